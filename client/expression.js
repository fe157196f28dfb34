// Works a form out in the browser as the server does: what is relevant, what follows, what is
// wrong. It interprets the form as `Form::to_json` writes it (crates/forms); nothing is compiled
// or evaluated as code. The server decides; this only spares people a round trip. Both are held to
// the vectors in crates/forms/tests/vectors.

const MOST_STEPS = 5_000_000;
const MOST_INSTANCES = 1000;
const DAY = 86_400_000;
const RADIUS = 6_378_100;

// ---- values: a string, a number, a boolean, or an array of nodes -------------------------------

export function textOf(number) {
  if (Number.isNaN(number)) return "NaN";
  if (!Number.isFinite(number)) return number > 0 ? "Infinity" : "-Infinity";
  if (number === 0) return "0";
  const short = String(number);
  const [, sign, whole, part = "", power] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(short);
  if (power === undefined) return short;
  const digits = whole + part;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export function numberOf(text) {
  const trimmed = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(trimmed) && trimmed.length <= 400) return Number(trimmed);
  return days(trimmed);
}

// ---- dates --------------------------------------------------------------------------------------

function dateOf(text) {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / DAY : null;
}

function timeOf(text) {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(text);
  if (!found) return null;
  const [hour, minute, second] = [found[1], found[2], found[3] ?? 0].map(Number);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const ms = Number(`${found[4] ?? ""}000`.slice(0, 3));
  let offset = null;
  if (found[5] === "Z") offset = 0;
  else if (found[5]) {
    const [hours, minutes] = [Number(found[5].slice(1, 3)), Number(found[5].slice(-2))];
    const late = found[5].length > 3 ? minutes : 0;
    if (hours > 23 || late > 59) return null;
    offset = (found[5][0] === "-" ? -1 : 1) * (hours * 60 + late);
  }
  return { ms: ((hour * 60 + minute) * 60 + second) * 1000 + ms, offset };
}

function momentOf(text) {
  const trimmed = text.trim();
  const at = trimmed.indexOf("T");
  const day = dateOf(at < 0 ? trimmed : trimmed.slice(0, at));
  const time = at < 0 ? { ms: 0, offset: null } : timeOf(trimmed.slice(at + 1));
  return day === null || time === null ? null : { day, ...time };
}

function days(text) {
  const moment = momentOf(text);
  return moment ? moment.day + (moment.ms - (moment.offset ?? 0) * 60_000) / DAY : NaN;
}

function onClock(moment, offset) {
  if (!moment) return null;
  if (moment.offset === null) return { ...moment, offset };
  const ms = moment.ms + (offset - moment.offset) * 60_000;
  return { day: moment.day + Math.floor(ms / DAY), ms: ((ms % DAY) + DAY) % DAY, offset };
}

function fromDays(number, offset) {
  const day = Math.floor(number);
  if (!(day >= -719_528 && day <= 2_932_896)) return null;
  if (day === number) return { day, ms: 0, offset };
  return onClock({ day, ms: Math.min(Math.round((number - day) * DAY), DAY - 1), offset: 0 }, offset);
}

const two = (number) => String(number).padStart(2, "0");
const isoDate = (day) => new Date(day * DAY).toISOString().slice(0, 10);

function isoMoment({ day, ms, offset }) {
  const seconds = Math.floor(ms / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  const ahead = Math.abs(offset);
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${isoDate(day)}T${clock}.${String(ms % 1000).padStart(3, "0")}${zone}`;
}

const NAMES = {
  en: ["Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "Sun Mon Tue Wed Thu Fri Sat"],
  fr: ["janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", "dim. lun. mar. mer. jeu. ven. sam."],
  es: ["ene feb mar abr may jun jul ago sept oct nov dic", "dom lun mar mié jue vie sáb"],
  it: ["gen feb mar apr mag giu lug ago set ott nov dic", "dom lun mar mer gio ven sab"],
  ar: [
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت",
  ],
};

function formatted({ day, ms }, format, language) {
  const date = new Date(day * DAY);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const seconds = Math.floor(ms / 1000);
  const [months, weekdays] = (NAMES[language] ?? NAMES.en).map((names) => names.split(" "));
  const parts = {
    Y: String(year).padStart(4, "0"),
    y: two(year % 100),
    m: two(month),
    n: month,
    b: months[month - 1],
    d: two(dayOfMonth),
    e: dayOfMonth,
    a: weekdays[date.getUTCDay()],
    H: two(Math.floor(seconds / 3600)),
    h: Math.floor(seconds / 3600),
    M: two(Math.floor(seconds / 60) % 60),
    S: two(seconds % 60),
    3: String(ms % 1000).padStart(3, "0"),
    "%": "%",
  };
  return format.replace(/%([\s\S]?)/gu, (all, sign) => (Object.hasOwn(parts, sign) ? parts[sign] : all || "%"));
}

// ---- digests ------------------------------------------------------------------------------------

// The fractional parts of roots of the first primes, as whole numbers: where SHA-2 takes its
// constants from.
function rootBits(count, root, bits) {
  const found = [];
  for (let n = 2n; found.length < count; n += 1n) {
    let prime = true;
    for (let d = 2n; d * d <= n; d += 1n) if (n % d === 0n) prime = false;
    if (!prime) continue;
    const wanted = n << BigInt(bits * root);
    let low = 0n;
    let high = 1n << BigInt(bits + 10);
    while (low < high - 1n) {
      const middle = (low + high) >> 1n;
      if (middle ** BigInt(root) <= wanted) low = middle;
      else high = middle;
    }
    found.push(low & ((1n << BigInt(bits)) - 1n));
  }
  return found;
}

function padded(bytes, block, lengthBytes, little) {
  const total = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
  const all = new Uint8Array(total);
  all.set(bytes);
  all[bytes.length] = 0x80;
  let length = BigInt(bytes.length) * 8n;
  for (let index = 0; index < lengthBytes; index += 1) {
    all[little ? total - lengthBytes + index : total - 1 - index] = Number(length & 255n);
    length >>= 8n;
  }
  return all;
}

function sha2(bytes, bits) {
  const wide = bits > 256;
  const size = wide ? 64 : 32;
  const rounds = wide ? 80 : 64;
  const mask = (1n << BigInt(size)) - 1n;
  const turn = (x, by) => ((x >> BigInt(by)) | (x << BigInt(size - by))) & mask;
  const [s0, s1, S0, S1] = wide
    ? [[1, 8, 7], [19, 61, 6], [28, 34, 39], [14, 18, 41]]
    : [[7, 18, 3], [17, 19, 10], [2, 13, 22], [6, 11, 25]];
  const k = rootBits(rounds, 3, size);
  const h = bits === 384 ? rootBits(16, 2, 64).slice(8) : rootBits(8, 2, size);
  const block = size * 2;
  const all = padded(bytes, block, size / 4, false);
  for (let start = 0; start < all.length; start += block) {
    const w = [];
    for (let i = 0; i < rounds; i += 1) {
      if (i < 16) {
        let word = 0n;
        for (let j = 0; j < size / 8; j += 1) word = (word << 8n) | BigInt(all[start + (i * size) / 8 + j]);
        w.push(word);
      } else {
        const a = turn(w[i - 15], s0[0]) ^ turn(w[i - 15], s0[1]) ^ (w[i - 15] >> BigInt(s0[2]));
        const b = turn(w[i - 2], s1[0]) ^ turn(w[i - 2], s1[1]) ^ (w[i - 2] >> BigInt(s1[2]));
        w.push((w[i - 16] + a + w[i - 7] + b) & mask);
      }
    }
    const v = [...h];
    for (let i = 0; i < rounds; i += 1) {
      const mix = turn(v[4], S1[0]) ^ turn(v[4], S1[1]) ^ turn(v[4], S1[2]);
      const choose = (v[4] & v[5]) ^ (~v[4] & mask & v[6]);
      const one = (v[7] + mix + choose + k[i] + w[i]) & mask;
      const other = turn(v[0], S0[0]) ^ turn(v[0], S0[1]) ^ turn(v[0], S0[2]);
      const most = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
      v.pop();
      v.unshift((one + other + most) & mask);
      v[4] = (v[4] + one) & mask;
    }
    v.forEach((word, i) => { h[i] = (h[i] + word) & mask; });
  }
  const hex = h.map((word) => word.toString(16).padStart(size / 4, "0")).join("");
  return hex.slice(0, bits / 4);
}

function sha1(bytes) {
  const turn = (x, by) => (x << by) | (x >>> (32 - by));
  const h = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const all = padded(bytes, 64, 8, false);
  const view = new DataView(all.buffer);
  for (let start = 0; start < all.length; start += 64) {
    const w = Array.from({ length: 16 }, (_, i) => view.getInt32(start + i * 4));
    for (let i = 16; i < 80; i += 1) w.push(turn(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1));
    let [a, b, c, d, e] = h;
    for (let i = 0; i < 80; i += 1) {
      const step = Math.floor(i / 20);
      const mix = [(b & c) | (~b & d), b ^ c ^ d, (b & c) | (b & d) | (c & d), b ^ c ^ d][step];
      const next = (turn(a, 5) + mix + e + [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][step] + w[i]) | 0;
      [a, b, c, d, e] = [next, a, turn(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((word, i) => { h[i] = (h[i] + word) | 0; });
  }
  return h.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function md5(bytes) {
  const turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
  const h = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  const all = padded(bytes, 64, 8, true);
  const view = new DataView(all.buffer);
  for (let start = 0; start < all.length; start += 64) {
    let [a, b, c, d] = h;
    for (let i = 0; i < 64; i += 1) {
      const step = Math.floor(i / 16);
      const mix = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][step];
      const word = view.getInt32(start + [i, 5 * i + 1, 3 * i + 5, 7 * i][step] % 16 * 4, true);
      const sum = (a + mix + Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) + word) | 0;
      const by = turns[step][i % 4];
      [a, b, c, d] = [d, (b + ((sum << by) | (sum >>> (32 - by)))) | 0, b, c];
    }
    [a, b, c, d].forEach((word, i) => { h[i] = (h[i] + word) | 0; });
  }
  const out = new DataView(new ArrayBuffer(16));
  h.forEach((word, i) => out.setInt32(i * 4, word, true));
  return Array.from(new Uint8Array(out.buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const encode64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

function decode64(text) {
  try {
    const bytes = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}

function digest(text, algorithm, encoding) {
  const bytes = new TextEncoder().encode(text);
  const known = {
    MD5: () => md5(bytes),
    "SHA-1": () => sha1(bytes),
    "SHA-256": () => sha2(bytes, 256),
    "SHA-384": () => sha2(bytes, 384),
    "SHA-512": () => sha2(bytes, 512),
  };
  const name = algorithm.trim().toUpperCase();
  if (!Object.hasOwn(known, name)) return "";
  const hex = known[name]();
  const as = encoding.trim().toLowerCase();
  if (as === "hex") return hex;
  if (as !== "" && as !== "base64") return "";
  return encode64(hex.match(/../g).map((pair) => parseInt(pair, 16)));
}

// ---- places on the earth ------------------------------------------------------------------------

function pointOf(text) {
  const parts = text.trim() === "" ? [] : text.trim().split(/\s+/u);
  if (parts.length < 2 || parts.length > 4) return null;
  if (!parts.every((part) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(part))) return null;
  const [lat, lon] = parts.map(Number);
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lat, lon] : null;
}

function pointsOf(texts) {
  const points = texts.flatMap((text) => text.trim().replace(/;+$/, "").split(";")).map(pointOf);
  return points.includes(null) ? null : points;
}

const radians = (degrees) => degrees * (Math.PI / 180);
const cents = (number) => Math.abs(Math.floor(number * 100 + 0.5) / 100);

function area(points) {
  if (!points) return NaN;
  if (points.length < 3) return 0;
  let sum = 0;
  points.forEach(([lat, lon], index) => {
    const [nextLat, nextLon] = points[(index + 1) % points.length];
    sum += radians(nextLon - lon) * (2 + Math.sin(radians(lat)) + Math.sin(radians(nextLat)));
  });
  return cents(Math.abs((sum * RADIUS * RADIUS) / 2));
}

function distance(points) {
  if (!points) return NaN;
  let sum = 0;
  for (let index = 1; index < points.length; index += 1) {
    const [[aLat, aLon], [bLat, bLon]] = [points[index - 1], points[index]];
    const [a, b] = [radians(aLat), radians(bLat)];
    const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(radians(aLon - bLon));
    sum += Math.acos(Math.min(1, Math.max(-1, cosine))) * RADIUS;
  }
  return cents(sum);
}

function within(at, shape) {
  const [point, points] = [pointOf(at), pointsOf([shape])];
  if (!point || !points) return false;
  let inside = false;
  points.forEach((a, index) => {
    const b = points[(index + 1) % points.length];
    const crosses = a[1] > point[1] !== b[1] > point[1];
    if (crosses && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside;
}

// ---- expressions --------------------------------------------------------------------------------

// A node is an object with a kind: an answer (a spot), a list, its root, an item, a cell.
const isNodes = Array.isArray;
const kept = new Map();
const itemNodes = new WeakMap();

function matches(text, pattern) {
  if (!kept.has(pattern)) {
    let regex = null;
    try {
      regex = new RegExp(pattern, "u");
    } catch {
      // A pattern that is none matches nothing.
    }
    kept.set(pattern, regex);
  }
  return kept.get(pattern)?.test(text) ?? false;
}

const characters = (text) => Array.from(text);
const words = (text) => text.split(/\s+/u).filter((word) => word !== "");
const roundHalfUp = (x) => Math.round(x) + 0;

class Evaluation {
  constructor(world, question) {
    this.world = world;
    this.question = question;
  }

  text(value) {
    if (isNodes(value)) return value.length > 0 ? this.world.text(value[0]) : "";
    return typeof value === "number" ? textOf(value) : String(value);
  }

  number(value) {
    if (typeof value === "number") return value;
    if (typeof value === "boolean") return value ? 1 : 0;
    return numberOf(this.text(value));
  }

  truth(value) {
    if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
    if (!isNodes(value)) return Boolean(value);
    if (value.length === 1 && value[0].kind === "answer") return this.text(value) !== "";
    return value.length > 0;
  }

  each(value) {
    return isNodes(value) ? value.map((node) => this.world.text(node)) : [this.text(value)];
  }

  counting(nodes) {
    this.world.spend(nodes.length);
    return nodes.filter((node) => this.world.counts(node));
  }

  value(expr, place = { node: this.question, position: 1, size: 1 }) {
    this.world.spend(1);
    const [kind, first, rest] = expr;
    switch (kind) {
      case "number":
      case "text":
        return first;
      case "reference":
        return this.counting(this.world.reference(first, this.question));
      case "negative":
        return -this.number(this.value(first, place));
      case "matches":
        return matches(this.text(this.value(first, place)), rest);
      case "chain":
        return this.chain(first, rest, place);
      case "union": {
        const all = new Set(first.flatMap((part) => {
          const value = this.value(part, place);
          return isNodes(value) ? value : [];
        }));
        return [...all].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
      }
      case "path":
        return this.path(first, rest, place);
      default:
        return this.call(first, rest, place);
    }
  }

  chain(first, rest, place) {
    let value = this.value(first, place);
    for (const [sign, next] of rest) {
      if (sign === "or" || sign === "and") {
        if (this.truth(value) === (sign === "or")) return sign === "or";
        value = this.truth(this.value(next, place));
      } else {
        value = this.operate(sign, value, this.value(next, place));
      }
    }
    return value;
  }

  operate(sign, left, right) {
    if (["=", "!=", "<", "<=", ">", ">="].includes(sign)) return this.compare(sign, left, right);
    const [a, b] = [this.number(left), this.number(right)];
    switch (sign) {
      case "+": return a + b;
      case "-": return a - b;
      case "*": return a * b;
      case "div": return a / b;
      default: return a % b;
    }
  }

  compare(sign, left, right) {
    if (typeof left === "boolean" || typeof right === "boolean") {
      return ordered(sign, Number(this.truth(left)), Number(this.truth(right)));
    }
    const ordering = sign !== "=" && sign !== "!=";
    const numeric = ordering || typeof left === "number" || typeof right === "number";
    const several = (value) => (isNodes(value) ? value.map((node) => [node]) : [value]);
    const [many, others] = [several(left), several(right)];
    this.world.spend(many.length * others.length);
    return many.some((a) => others.some((b) => (numeric
      ? ordered(sign, this.number(a), this.number(b))
      : (this.text(a) === this.text(b)) === (sign === "="))));
  }

  path(start, steps, place) {
    let nodes;
    let left = steps;
    if (start === "here") nodes = [place.node];
    else if (start === "root") {
      nodes = [this.world.root()];
      if (steps[0]?.[0] === "child") left = steps.slice(1);
    } else {
      const base = this.value(start[0], place);
      nodes = this.sift(isNodes(base) ? base : [], start[1]);
    }
    for (const step of left) nodes = this.step(nodes, step);
    return nodes;
  }

  step(from, [kind, name, keep]) {
    const found = [];
    for (const node of from) {
      let next;
      if (kind === "child") next = this.world.children(node, name);
      else if (kind === "children") next = this.world.children(node, null);
      else if (kind === "itself") next = [node];
      else if (kind === "parent") next = [this.world.parent(node)].filter(Boolean);
      else next = this.below(node, name);
      for (const one of this.sift(this.counting(next), keep)) {
        if ((kind === "parent" || kind === "below") && found.includes(one)) continue;
        found.push(one);
      }
    }
    return found;
  }

  below(node, name) {
    const found = [];
    const open = [node];
    while (open.length > 0) {
      const at = open.pop();
      const children = this.world.children(at, null);
      this.world.spend(children.length);
      found.push(...this.world.children(at, name));
      open.push(...children.reverse());
    }
    return found.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  }

  sift(nodes, keep) {
    let left = nodes;
    for (const condition of keep) {
      const size = left.length;
      left = left.filter((node, index) => {
        const value = this.value(condition, { node, position: index + 1, size });
        return typeof value === "number" ? value === index + 1 : this.truth(value);
      });
    }
    return left;
  }

  call(name, parts, place) {
    switch (name) {
      case "if":
        return this.value(this.truth(this.value(parts[0], place)) ? parts[1] : parts[2], place);
      case "once": {
        const now = this.world.text(this.question);
        return now === "" ? this.value(parts[0], place) : now;
      }
      case "coalesce": {
        for (const part of parts) {
          const value = this.value(part, place);
          if (this.text(value) !== "") return value;
        }
        return "";
      }
      case "position":
        return parts.length === 0 ? place.position : this.position(parts[0], place);
      case "last":
        return place.size;
      case "current":
        return [this.question];
      case "indexed-repeat":
        return this.indexed(parts, place);
      case "jr:choice-name":
        return this.choiceName(parts, place);
      case "string":
      case "number":
      case "string-length":
      case "normalize-space":
        if (parts.length === 0) return this.apply(name, [[place.node]]);
        break;
      default:
    }
    return this.apply(name, parts.map((part) => this.value(part, place)));
  }

  position(of, place) {
    const own = of[0] === "reference" ? this.world.enclosing(of[1], this.question) : null;
    const value = own ? [own] : this.value(of, place);
    return isNodes(value) && value.length > 0 ? this.world.position(value[0]) : NaN;
  }

  indexed([target, ...rest], place) {
    const repeats = [];
    for (let index = 0; index + 1 < rest.length; index += 2) {
      repeats.push([lastName(rest[index]), this.number(this.value(rest[index + 1], place))]);
    }
    return this.counting(this.world.indexed(lastName(target), repeats, this.question));
  }

  choiceName([choice, question], place) {
    const wanted = this.text(this.value(choice, place));
    const name = question[0] === "text"
      ? question[1].trim().replace(/^(\$\{)+/, "").replace(/\}+$/, "").split("/").pop().trim()
      : lastName(question);
    return this.world.choiceLabel(wanted, name) ?? "";
  }

  apply(name, values) {
    this.world.spend(values.length);
    const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : null;
    if (!call) return "";
    const on = this;
    return call({
      values,
      world: this.world,
      text: (index) => (index < values.length ? on.text(values[index]) : ""),
      number: (index) => (index < values.length ? on.number(values[index]) : NaN),
      truth: (index) => on.truth(values[index]),
      each: (from) => values.slice(from).flatMap((value) => on.each(value)),
      texts: (value) => on.each(value),
      numberOf: (value) => on.number(value),
    });
  }
}

function ordered(sign, a, b) {
  switch (sign) {
    case "=": return a === b;
    case "!=": return a !== b;
    case "<": return a < b;
    case "<=": return a <= b;
    case ">": return a > b;
    default: return a >= b;
  }
}

function lastName(expr) {
  if (expr[0] === "reference") return expr[1];
  const last = expr[0] === "path" ? expr[2].at(-1) : null;
  return last && (last[0] === "child" || last[0] === "below") ? last[1] : "";
}

const math = (work) => (given) => work(given.number(0));

function allNumbers(given) {
  return given.values.flatMap((value) => (isNodes(value) ? given.texts(value).map(numberOf) : [given.numberOf(value)]));
}

function extreme(numbers, pick) {
  return numbers.length === 0 || numbers.some(Number.isNaN) ? NaN : numbers.reduce((a, b) => (pick(b, a) ? b : a));
}

function rounded(given) {
  const x = given.number(0);
  if (given.values.length < 2) return roundHalfUp(x);
  const places = Math.trunc(given.number(1));
  if (!(places >= -300 && places <= 300)) return NaN;
  const scale = 10 ** Math.abs(places);
  return (places >= 0 ? Math.round(x * scale) / scale : Math.round(x / scale) * scale) + 0;
}

function substr(given) {
  const text = characters(given.text(0));
  const place = (number) => {
    const whole = Number.isNaN(number) ? 0 : Math.trunc(number);
    return Math.min(Math.max(whole < 0 ? whole + text.length : whole, 0), text.length);
  };
  const start = place(given.number(1));
  const end = given.values.length > 2 ? place(given.number(2)) : text.length;
  return text.slice(start, Math.max(start, end)).join("");
}

function substring(given) {
  const start = roundHalfUp(given.number(1));
  const end = given.values.length > 2 ? start + roundHalfUp(given.number(2)) : Infinity;
  return characters(given.text(0)).filter((_, index) => index + 1 >= start && index + 1 < end).join("");
}

function translate(given) {
  const [from, to] = [characters(given.text(1)), characters(given.text(2))];
  return characters(given.text(0))
    .map((c) => (from.includes(c) ? to[from.indexOf(c)] ?? "" : c))
    .join("");
}

function ticks(value, given) {
  if (typeof value === "boolean") return Number(value);
  return given.texts(value).filter((text) => text === "yes" || text === "true" || numberOf(text) > 0).length;
}

function between(given, sum) {
  const [least, most] = [given.number(0), given.number(1)];
  return (least === -1 || sum >= least) && (most === -1 || sum <= most);
}

const clock = (given) => momentOf(given.world.now)?.offset ?? 0;

function moment(given) {
  const written = momentOf(given.text(0));
  return written ? onClock(written, clock(given)) : fromDays(given.number(0), clock(given));
}

function formatDate(given) {
  const at = moment(given);
  return at ? formatted(at, given.text(1), given.world.languageCode) : "";
}

function decimalTime(given) {
  const text = given.text(0).trim();
  const time = timeOf(text.includes("T") ? text.slice(text.indexOf("T") + 1) : text);
  if (!time) return NaN;
  const offset = clock(given);
  const ms = time.ms + (offset - (time.offset ?? offset)) * 60_000;
  return (((ms % DAY) + DAY) % DAY) / DAY;
}

function uuid(given) {
  const digit = (from, of) => (from + Math.floor(given.world.chance() * of)).toString(16);
  if (given.values.length > 0) {
    const length = Math.min(Math.max(Math.floor(given.number(0)) || 0, 0), 500);
    return Array.from({ length }, () => digit(0, 16)).join("");
  }
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (c) => (c === "x" ? digit(0, 16) : digit(8, 4)));
}

function randomize(given) {
  const nodes = given.values[0];
  if (!isNodes(nodes)) return [];
  const modulus = 2_147_483_647;
  let state = null;
  if (given.values.length > 1) {
    const seed = given.number(1);
    const positive = Number.isFinite(seed) ? ((Math.trunc(seed) % 9e15) + 9e15) % 9e15 : 0;
    state = positive % modulus;
    if (state <= 0) state += modulus - 1;
  }
  const next = () => {
    if (state === null) return given.world.chance();
    state = (state * 16_807) % modulus;
    return (state - 1) / (modulus - 1);
  };
  const out = [];
  nodes.forEach((node, index) => {
    const other = Math.min(Math.floor(next() * (index + 1)), index);
    out.push(node);
    [out[index], out[other]] = [out[other], out[index]];
  });
  return out;
}

const FUNCTIONS = {
  true: () => true,
  false: () => false,
  not: (given) => !given.truth(0),
  boolean: (given) => given.truth(0),
  "boolean-from-string": (given) => ["true", "1"].includes(given.text(0)),
  checklist: (given) => between(given, given.values.slice(2).reduce((sum, value) => sum + ticks(value, given), 0)),
  "weighted-checklist": (given) => {
    let sum = 0;
    for (let index = 2; index + 1 < given.values.length; index += 2) {
      if (ticks(given.values[index], given) > 0) sum += given.number(index + 1);
    }
    return between(given, sum);
  },
  selected: (given) => words(given.text(0)).includes(given.text(1).trim()),
  "selected-at": (given) => words(given.text(0))[Math.floor(given.number(1))] ?? "",
  "count-selected": (given) => words(given.text(0)).length,
  count: (given) => (isNodes(given.values[0]) ? given.values[0].length : NaN),
  "count-non-empty": (given) => given.each(0).filter((text) => text !== "").length,
  sum: (given) => allNumbers(given).reduce((a, b) => a + b, 0),
  min: (given) => extreme(allNumbers(given), (a, b) => a < b),
  max: (given) => extreme(allNumbers(given), (a, b) => a > b),
  round: rounded,
  int: math((x) => Math.trunc(x) + 0),
  floor: math(Math.floor),
  ceiling: math(Math.ceil),
  abs: math(Math.abs),
  pow: (given) => given.number(0) ** given.number(1),
  sqrt: math(Math.sqrt),
  exp: math(Math.exp),
  exp10: math((x) => 10 ** x),
  log: math(Math.log),
  log10: math(Math.log10),
  sin: math(Math.sin),
  cos: math(Math.cos),
  tan: math(Math.tan),
  asin: math(Math.asin),
  acos: math(Math.acos),
  atan: math(Math.atan),
  atan2: (given) => Math.atan2(given.number(0), given.number(1)),
  pi: () => Math.PI,
  number: (given) => given.number(0),
  string: (given) => given.text(0),
  concat: (given) => given.each(0).join(""),
  join: (given) => given.each(1).join(given.text(0)),
  substr,
  substring,
  "substring-before": (given) => {
    const at = given.text(0).indexOf(given.text(1));
    return at < 0 ? "" : given.text(0).slice(0, at);
  },
  "substring-after": (given) => {
    const at = given.text(0).indexOf(given.text(1));
    return at < 0 ? "" : given.text(0).slice(at + given.text(1).length);
  },
  "string-length": (given) => characters(given.text(0)).length,
  contains: (given) => given.text(0).includes(given.text(1)),
  "starts-with": (given) => given.text(0).startsWith(given.text(1)),
  "ends-with": (given) => given.text(0).endsWith(given.text(1)),
  translate,
  "normalize-space": (given) => given.text(0).split(/[ \t\r\n]+/).filter(Boolean).join(" "),
  "upper-case": (given) => given.text(0).toUpperCase(),
  "lower-case": (given) => given.text(0).toLowerCase(),
  regex: (given) => matches(given.text(0), `^(?:${given.text(1)})$`),
  date: (given) => {
    const at = moment(given);
    return at ? isoDate(at.day) : "";
  },
  "date-time": (given) => {
    const at = moment(given);
    return at ? isoMoment(at) : "";
  },
  today: (given) => given.world.now.slice(0, 10),
  now: (given) => given.world.now,
  "format-date": formatDate,
  "format-date-time": formatDate,
  "decimal-date-time": (given) => days(given.text(0)),
  "decimal-date": (given) => days(given.text(0)),
  "decimal-time": decimalTime,
  uuid,
  random: (given) => given.world.chance(),
  randomize,
  digest: (given) => digest(given.text(0), given.text(1), given.text(2)),
  "base64-encode": (given) => encode64(new TextEncoder().encode(given.text(0))),
  "base64-decode": (given) => decode64(given.text(0)),
  pulldata: (given) => given.world.pulled(given.text(0), given.text(1), given.text(2), given.text(3)),
  area: (given) => area(pointsOf(given.each(0))),
  distance: (given) => distance(pointsOf(given.each(0))),
  geofence: (given) => within(given.text(0), given.text(1)),
  version: (given) => given.world.form.version,
  instance: (given) => [given.world.list(given.text(0))].filter(Boolean),
};

// ---- a form with its answers --------------------------------------------------------------------

const HOLD = ["form", "group", "repeat"];
const SILENT = [...HOLD, "note", "calculate", "hidden", "start", "end", "today", "device"];
const CHOOSE = ["select_one", "select_multiple", "rank"];
const NUMBERS = ["integer", "decimal", "range"];

function inLanguage(texts, language, fallback) {
  if (!texts) return null;
  return texts[language] ?? texts[fallback] ?? texts[""] ?? Object.values(texts)[0] ?? null;
}

/**
 * A form, answered. `around` is `{ now, language, chance }`: the moment as
 * `2026-11-22T09:30:00.000+01:00`, the language as a code or as the form names it, and a function
 * that gives a number from 0 to below 1.
 */
export class Sitting {
  constructor(form, answers, around) {
    this.form = form;
    this.now = around.now;
    this.chance = around.chance ?? Math.random;
    this.language = chosenLanguage(form, around.language ?? "");
    const named = /\(([^()]*)\)$/.exec(this.language);
    [this.languageCode] = (named ? named[1] : around.language ?? "").split(/[-_]/);
    this.steps = MOST_STEPS;
    this.spots = [];
    this.of = form.questions.map(() => []);
    this.byName = new Map();
    form.questions.forEach((question, id) => {
      if (id > 0) this.byName.set(question.name, this.byName.has(question.name) ? null : id);
    });
    this.unknown = [];
    this.add(0, null, 1);
    this.take(answers);
    this.settle();
  }

  /** `{ values, relevant, errors }`, as the server answers. */
  outcome() {
    return { values: this.values(), relevant: this.relevance(), errors: this.errors() };
  }

  spend(steps) {
    this.steps -= steps;
    if (this.steps < 0) throw new RangeError("evaluating this takes too long");
  }

  named(name) {
    return this.byName.get(name) ?? null;
  }

  add(id, parent, position) {
    const spot = {
      kind: "answer", number: this.spots.length, id, parent, position, relevant: true, gone: false,
      answered: false, value: "", numeric: false, children: (this.form.questions[id].children ?? []).map(() => []),
    };
    this.spots.push(spot);
    this.of[id].push(spot);
    (this.form.questions[id].children ?? []).forEach((child, place) => {
      if (this.form.questions[child].kind !== "repeat") spot.children[place].push(this.add(child, spot, 1));
    });
    return spot;
  }

  instances(id, parent) {
    return parent.children[this.form.questions[id].place];
  }

  addInstance(id, parent) {
    const all = this.instances(id, parent);
    if (all.length >= MOST_INSTANCES) throw new RangeError("these answers have too many repetitions");
    const spot = this.add(id, parent, all.length + 1);
    all.push(spot);
    return spot;
  }

  // -- answers in

  take(answers, base = this.spots[0]) {
    for (const [key, value] of Object.entries(answers)) {
      const place = this.place(base, key);
      const plain = value !== null && typeof value === "object" && !Array.isArray(value);
      if (!place) this.strange(base, key);
      else if (place.leaf) this.answer(place.leaf, value);
      else if (place.group && plain) this.take(value, place.group);
      else if (place.repeat !== undefined && Array.isArray(value)) {
        for (const one of value) {
          const instance = this.addInstance(place.repeat, place.parent);
          if (one !== null && typeof one === "object" && !Array.isArray(one)) this.take(one, instance);
          else this.strange(base, key);
        }
      } else if (value !== null) this.strange(base, key);
    }
  }

  strange(base, key) {
    const inside = this.path(base);
    const path = inside === "" || key.startsWith(inside) ? key : `${inside}/${key}`;
    this.unknown.push([path, "this form has no such question"]);
  }

  answer(spot, value) {
    const { kind } = this.form.questions[spot.id];
    let text;
    if (value === null || value === undefined) text = "";
    else if (kind === "acknowledge" && typeof value === "boolean") text = value ? "OK" : "";
    else if (typeof value === "number") text = textOf(value);
    else if (typeof value === "boolean" || typeof value === "string") text = String(value);
    else if (Array.isArray(value) && CHOOSE.includes(kind) && value.every((one) => typeof one === "string")) {
      text = value.join(" ");
    } else {
      this.unknown.push([this.path(spot), "this is not an answer of the kind that is asked for"]);
      return;
    }
    spot.answered = true;
    spot.value = ["text", "hidden", "calculate"].includes(kind) ? text : text.trim();
  }

  place(base, key) {
    const inside = this.form.questions[base.id].path;
    const rest = inside && key.startsWith(`${inside}/`) ? key.slice(inside.length + 1) : key;
    const parts = rest.split("/");
    let at = base;
    for (const [index, part] of parts.entries()) {
      const found = /^([^[]*)(?:\[([1-9]\d*)\])?$/.exec(part);
      if (!found) return null;
      const last = index === parts.length - 1;
      const children = this.form.questions[at.id].children ?? [];
      const child = children.find((id) => this.form.questions[id].name === found[1]);
      if (child === undefined) return this.byNameAlone(base, rest);
      const { kind, place } = this.form.questions[child];
      if (kind === "repeat") {
        if (found[2] === undefined) return last ? { repeat: child, parent: at } : null;
        while (this.instances(child, at).length < Number(found[2])) this.addInstance(child, at);
        at = this.instances(child, at)[Number(found[2]) - 1];
      } else {
        if (found[2] !== undefined) return null;
        [at] = at.children[place];
        const holds = HOLD.includes(kind);
        if (last && !holds) return { leaf: at };
        if (!last && !holds) return null;
      }
    }
    return { group: at };
  }

  byNameAlone(base, name) {
    const id = this.named(name);
    if (id === null) return null;
    const question = this.form.questions[id];
    const [mine, own] = [question.repeats ?? [], this.form.questions[base.id].repeats ?? []];
    if (HOLD.includes(question.kind) || mine.join() !== own.join()) return null;
    const spots = this.belowSpot(base, id);
    return spots.length === 1 ? { leaf: spots[0] } : null;
  }

  // -- working out

  evaluate(expr, spot) {
    return new Evaluation(this, spot).value(expr);
  }

  living(id) {
    return this.of[id].filter((spot) => !spot.gone);
  }

  settle() {
    for (const [task, id] of this.form.order) {
      if (task === "instances") this.count(id);
      else if (task === "relevance") this.relate(id);
      else this.workOut(id);
    }
  }

  count(id) {
    const question = this.form.questions[id];
    if (question.kind !== "repeat" || !question.repeat_count) return;
    for (const parent of this.living(question.parent)) {
      const evaluation = new Evaluation(this, parent);
      const number = evaluation.number(evaluation.value(question.repeat_count));
      const wanted = number >= 1 ? Math.floor(number) : 0;
      if (wanted > MOST_INSTANCES) throw new RangeError("these answers have too many repetitions");
      const all = this.instances(id, parent);
      while (all.length < wanted) this.addInstance(id, parent);
      const open = all.splice(wanted);
      while (open.length > 0) {
        const spot = open.pop();
        spot.gone = true;
        open.push(...spot.children.flat());
      }
    }
  }

  relate(id) {
    const { relevant } = this.form.questions[id];
    for (const spot of this.living(id)) {
      spot.relevant = spot.parent?.relevant ?? true;
      if (spot.relevant && relevant) {
        const evaluation = new Evaluation(this, spot);
        spot.relevant = evaluation.truth(evaluation.value(relevant));
      }
    }
  }

  workOut(id) {
    const question = this.form.questions[id];
    if (HOLD.includes(question.kind)) return;
    for (const spot of this.living(id)) {
      if (!spot.relevant) continue;
      const evaluation = new Evaluation(this, spot);
      let value = spot.answered ? null : this.first(question, spot);
      if (question.calculation && (!question.trigger || !spot.answered)) {
        if (value !== null) spot.value = evaluation.text(value);
        value = this.evaluate(question.calculation, spot);
      }
      if (value === null) continue;
      spot.numeric = typeof value === "number";
      spot.value = Number.isNaN(value) ? "" : evaluation.text(value);
    }
  }

  first(question, spot) {
    if (question.kind === "start" || question.kind === "end") return this.now;
    if (question.kind === "today") return this.now.slice(0, 10);
    if (question.default !== undefined) return question.default;
    return question.dynamic_default ? this.evaluate(question.dynamic_default, spot) : null;
  }

  // -- what is wrong

  errors() {
    const errors = Object.fromEntries(this.unknown);
    for (const spot of this.inOrder()) {
      const question = this.form.questions[spot.id];
      if (!spot.relevant || SILENT.includes(question.kind)) continue;
      const path = this.path(spot);
      const message = this.wrong(question, spot);
      if (message !== null && !Object.hasOwn(errors, path)) errors[path] = message;
    }
    return errors;
  }

  wrong(question, spot) {
    const evaluation = new Evaluation(this, spot);
    const holds = (expr) => evaluation.truth(evaluation.value(expr));
    if (spot.value === "") {
      if (!question.required || !holds(question.required)) return null;
      return this.worded(question.required_message, spot) ?? "an answer is required";
    }
    if (!fits(question, spot.value)) return "this is not an answer of the kind that is asked for";
    if (CHOOSE.includes(question.kind) && !this.isOffered(question, spot)) {
      return "this is not among the choices that are offered";
    }
    if (!question.constraint || holds(question.constraint)) return null;
    return this.worded(question.constraint_message, spot) ?? "this answer is not allowed";
  }

  isOffered(question, spot) {
    const known = question.list !== undefined && this.form.lists[question.list].known;
    if (!known && question.answers_of === undefined) return true;
    const names = new Set(this.offered(spot).map((row) => row.name));
    if (question.kind === "select_one") return names.has(spot.value);
    const chosen = words(spot.value);
    const apart = new Set(chosen).size === chosen.length;
    const all = question.kind !== "rank" || chosen.length === names.size;
    return apart && all && chosen.every((one) => names.has(one));
  }

  /** The choices that a question offers in a place, after its filter. */
  offered(spot) {
    const question = this.form.questions[spot.id];
    if (question.answers_of !== undefined) return this.answersOf(question.answers_of, question, spot);
    if (question.list === undefined) return [];
    const list = this.form.lists[question.list];
    if (!question.choice_filter) return list.rows;
    const evaluation = new Evaluation(this, spot);
    const items = this.items(question.list);
    return list.rows.filter((row, index) => {
      const added = row.name === "other" && row.cells.every((cell) => cell === "" || cell === "other");
      const place = { node: items[index], position: 1, size: 1 };
      const value = evaluation.value(question.choice_filter, place);
      return added || evaluation.truth(value);
    });
  }

  /** What was answered in the instances of a repeat, each once, as choices. */
  answersOf(name, question, spot) {
    const answered = this.named(name);
    if (answered === null) return [];
    const repeat = this.form.questions[answered].repeats.at(-1);
    const texts = this.belowSpot(this.shared(spot, repeat), repeat).flatMap((instance) => {
      const evaluation = new Evaluation(this, instance);
      const filter = question.choice_filter;
      if (filter && !evaluation.truth(evaluation.value(filter))) return [];
      return this.reference(name, instance).filter((one) => this.counts(one)).map((one) => this.text(one));
    });
    return [...new Set(texts)].filter((text) => text !== "").map((text) => ({ name: text, label: { "": text } }));
  }

  /** A text of the form with the answers that it refers to. */
  worded(texts, spot) {
    const text = inLanguage(texts, this.language, this.form.default_language);
    if (text === null) return null;
    return text.replace(/\$\{([^}]*)\}/g, (_, name) => {
      const node = this.reference(name.trim(), spot).find((one) => this.counts(one));
      return node ? this.text(node) : "";
    });
  }

  /** The spot of a path such as `group/repeat[2]/name`. */
  at(path) {
    return this.inOrder().find((spot) => this.path(spot) === path) ?? this.spots[0];
  }

  // -- answers out

  path(spot) {
    const names = [];
    for (let at = spot; at.parent; at = at.parent) {
      const question = this.form.questions[at.id];
      names.unshift(question.kind === "repeat" ? `${question.name}[${at.position}]` : question.name);
    }
    return names.join("/");
  }

  inOrder(spot = this.spots[0]) {
    return [spot, ...spot.children.flat().flatMap((child) => this.inOrder(child))];
  }

  relevance() {
    const relevant = {};
    for (const spot of this.inOrder()) {
      const path = this.path(spot);
      (this.form.questions[spot.id].children ?? []).forEach((id, place) => {
        const child = this.form.questions[id];
        if (child.kind !== "repeat") return;
        relevant[path === "" ? child.name : `${path}/${child.name}`] = this.isAsked(child, spot, spot.children[place]);
      });
      if (spot.parent) relevant[path] = spot.relevant;
    }
    return relevant;
  }

  isAsked(repeat, parent, instances) {
    if (instances.length > 0) return instances.some((spot) => spot.relevant);
    if (!repeat.relevant || !parent.relevant) return parent.relevant;
    const evaluation = new Evaluation(this, parent);
    return evaluation.truth(evaluation.value(repeat.relevant));
  }

  values(top = this.spots[0], values = {}) {
    if (!top.relevant) return values;
    const question = this.form.questions[top.id];
    const keeps = ![...HOLD, "note", "device"].includes(question.kind);
    if (keeps && top.value !== "") values[question.path] = this.typed(question, top);
    (question.children ?? []).forEach((id, place) => {
      const child = this.form.questions[id];
      if (child.kind !== "repeat") {
        for (const spot of top.children[place]) this.values(spot, values);
        return;
      }
      const list = top.children[place].filter((spot) => spot.relevant).map((spot) => this.values(spot, {}));
      if (list.length > 0) values[child.path] = list;
    });
    return values;
  }

  typed(question, spot) {
    const number = numberOf(spot.value);
    const numeric = (spot.numeric || NUMBERS.includes(question.kind)) && Number.isFinite(number);
    return numeric && !/[T:]/.test(spot.value) ? number : spot.value;
  }

  // -- what expressions see

  root() {
    return this.spots[0];
  }

  belowSpot(base, target) {
    const way = [];
    for (let at = target; at !== base.id; at = this.form.questions[at].parent) {
      if (at === 0) return [];
      way.unshift(this.form.questions[at].place);
    }
    return way.reduce((spots, place) => spots.flatMap((spot) => spot.children[place]), [base]);
  }

  around(spot, id) {
    let at = spot;
    while (at.parent && at.id !== id) at = at.parent;
    return at;
  }

  shared(from, target) {
    const own = this.form.questions[from.id].repeats ?? [];
    const others = this.form.questions[target].repeats ?? [];
    let shared = null;
    for (const [index, repeat] of own.entries()) {
      if (others[index] !== repeat || repeat === target) break;
      shared = repeat;
    }
    return shared === null ? this.spots[0] : this.around(from, shared);
  }

  reference(name, from) {
    const target = this.named(name);
    if (target === null || from.kind !== "answer") return [];
    return this.belowSpot(this.shared(from, target), target);
  }

  enclosing(name, from) {
    const target = this.named(name);
    if (target === null || from.kind !== "answer") return null;
    const at = this.around(from, target);
    return at.parent ? at : null;
  }

  indexed(name, repeats, from) {
    const target = this.named(name);
    const first = this.named(repeats[0]?.[0]);
    if (target === null || first === null) return [];
    let base = this.shared(from, first);
    for (const [repeat, index] of repeats) {
      const id = this.named(repeat);
      if (id === null) return [];
      base = index >= 1 ? this.belowSpot(base, id)[Math.floor(index) - 1] : undefined;
      if (!base) return [];
    }
    return this.belowSpot(base, target);
  }

  children(node, name) {
    if (node.kind === "answer") {
      const ids = this.form.questions[node.id].children ?? [];
      return ids.flatMap((id, place) => (
        name === null || this.form.questions[id].name === name ? node.children[place] : []
      ));
    }
    if (node.kind === "list") return name === null || name === "root" ? [node.root] : [];
    if (node.kind === "root") return name === null || name === "item" ? this.items(node.list) : [];
    if (node.kind !== "item") return [];
    const { columns } = this.form.lists[node.list];
    return columns.flatMap((column, at) => (name === null || column === name ? [this.cell(node, at)] : []));
  }

  parent(node) {
    return node.parent ?? null;
  }

  text(node) {
    if (node.kind === "answer") return node.value;
    return node.kind === "cell" ? this.form.lists[node.list].rows[node.row].cells[node.column] ?? "" : "";
  }

  counts(node) {
    return node.kind !== "answer" || (node.relevant && !node.gone);
  }

  position(node) {
    if (node.kind === "answer") return node.position;
    return node.kind === "item" ? node.row + 1 : 1;
  }

  list(name) {
    const stem = name.endsWith(".csv") ? name.slice(0, -4) : name;
    const id = this.form.lists.findIndex((list) => list.name === stem);
    return id < 0 ? null : this.listNode(id);
  }

  listNode(id) {
    const known = this.form.lists[id];
    if (!itemNodes.has(known)) {
      const list = { kind: "list", list: id, parent: null };
      list.root = { kind: "root", list: id, parent: list };
      list.items = known.rows.map((_, row) => ({ kind: "item", list: id, row, number: row, parent: list.root, cells: [] }));
      itemNodes.set(known, list);
    }
    return itemNodes.get(known);
  }

  items(id) {
    return this.listNode(id).items;
  }

  cell(item, column) {
    item.cells[column] ??= { kind: "cell", list: item.list, row: item.row, column, number: item.row, parent: item };
    return item.cells[column];
  }

  pulled(list, wanted, column, value) {
    const node = this.list(list);
    if (!node) return "";
    const { columns, rows } = this.form.lists[node.list];
    const [at, to] = [columns.indexOf(column), columns.indexOf(wanted)];
    const row = at < 0 ? undefined : rows.find((one) => one.cells[at] === value);
    return row && to >= 0 ? row.cells[to] ?? "" : "";
  }

  choiceLabel(choice, name) {
    const id = this.named(name);
    const list = id === null ? undefined : this.form.lists[this.form.questions[id].list];
    const row = list?.rows.find((one) => one.name === choice);
    return row ? inLanguage(row.label, this.language, this.form.default_language) : null;
  }

  /** The value of an expression as if it stood at a path; for vectors and previews. */
  valueAt(path, expr) {
    const evaluation = new Evaluation(this, path ? this.at(path) : this.spots[0]);
    const value = evaluation.value(expr);
    return { value, text: evaluation.text(value), number: evaluation.number(value), truth: evaluation.truth(value) };
  }
}

function chosenLanguage(form, wanted) {
  const code = `(${wanted.toLowerCase()})`;
  const known = wanted === "" ? undefined : form.languages.find((one) => (
    one.toLowerCase() === wanted.toLowerCase() || one.toLowerCase().endsWith(code)
  ));
  return known ?? (form.default_language || form.languages[0] || "");
}

function isPlainNumber(text) {
  return !Number.isNaN(numberOf(text)) && momentOf(text) === null;
}

function inRange(question, number) {
  const [start, end, step] = ["start", "end", "step"].map((name) => Number(question.parameters?.[name] ?? NaN));
  if ([start, end, step].some(Number.isNaN)) return true;
  const steps = (number - start) / step;
  const between = number >= Math.min(start, end) && number <= Math.max(start, end);
  return between && (step === 0 || Math.abs(steps - Math.round(steps)) < 1e-9);
}

function isLine(kind, text) {
  const places = text.replace(/[; ]+$/, "").split(";").map((one) => pointOf(one));
  if (places.includes(null)) return false;
  if (kind === "geotrace") return places.length >= 2;
  return places.length >= 4 && places[0].join() === places.at(-1).join();
}

function fits(question, text) {
  const isDate = (one) => one.length === 10 && dateOf(one) !== null;
  const isMoment = (one) => one.includes("T") && momentOf(one) !== null;
  switch (question.kind) {
    case "integer": return /^-?\d{1,15}$/.test(text);
    case "decimal": return isPlainNumber(text);
    case "range": return isPlainNumber(text) && inRange(question, numberOf(text));
    case "date": return isDate(text.slice(0, 10)) && (text.length === 10 || isMoment(text));
    case "time": return timeOf(text) !== null;
    case "datetime": return isMoment(text);
    case "acknowledge": return text === "OK";
    case "geopoint": return pointOf(text) !== null;
    case "geotrace":
    case "geoshape": return isLine(question.kind, text);
    default: return true;
  }
}
