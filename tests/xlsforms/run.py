#!/usr/bin/env python3
"""Other people's forms, and forms made to do harm, through `sanad forms`.

    python3 tests/xlsforms/run.py

The first come inside packages of PyPI and are fetched when this runs: the tests of pyxform 1.4.0
hold some 260 forms as tables, and spreadsheets. What pyxform 4.5.0 makes of each is asked too, so
that nobody has to write down what is right: both must take or refuse a form, and find the same
questions in it. Where they differ the reason must stand in LEFT_OUT or TAKEN. The others are written here,
and each must end in a message within 2 seconds and 200 MB.
"""

import ast
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
SANAD = os.environ.get("SANAD", str(TARGET / "release" / "sanad"))
CACHE = TARGET / "xlsforms"
CORPUS, JUDGE = "pyxform==1.4.0", "pyxform==4.5.0"

# What this program leaves out on purpose; each is named in its cell.
LEFT_OUT = [
    "the type (background-audio|osm.*|xml-external|include|begin loop.*|end loop) is not supported",
    r"answers of the last saved form \(last-saved#\) are not kept",
    r"choices from \S+\.xml are not supported",
    r"the function (enclosed-area|distance|area)\(\) is not supported",
    r"search\(\) is not supported",
    # pyxform writes what it cannot read into the form, and the telephone fails later.
    "this text has no closing quote",
    "'£' has no meaning here",
    r"a reference is written \$\{name\}",
    "depends on itself",
]
# What the judge refuses and this program takes: it does nothing with them, or needs them less.
TAKEN = [
    r"[Aa]udits? ",
    r"location-(priority|max-age|min-interval)",
    "track-changes",
    "identify-user",
    "has no label or hint",
    "calculation trigger",
    "Missing calculation",
    "same instance id",
]

failures = []
passed = 0


def check(name, holds, why=""):
    global passed
    if holds:
        passed += 1
    else:
        failures.append(f"{name}: {why}")


def run(*arguments):
    """The answer of `sanad forms`, with its seconds and its greatest memory in MB."""
    begun = time.monotonic()
    child = subprocess.Popen([SANAD, "forms", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    out, err = child.communicate(timeout=60)
    return child.returncode, out, err, time.monotonic() - begun


def fetch():
    """The corpus unpacked, and a Python that has the judge."""
    CACHE.mkdir(parents=True, exist_ok=True)
    python = CACHE / "venv" / "bin" / "python"
    if not python.exists():
        venv.create(CACHE / "venv", with_pip=True)
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", JUDGE], check=True)
    corpus = CACHE / "pyxform-1.4.0"
    if not corpus.exists():
        command = [*pip, "download", "--no-deps", "--no-binary", ":all:", "--dest", CACHE, CORPUS]
        subprocess.run(command, check=True)
        with tarfile.open(CACHE / "pyxform-1.4.0.tar.gz") as archive:
            archive.extractall(CACHE, filter="data") if sys.version_info >= (3, 12) else archive.extractall(CACHE)
    return corpus, python


# Asked in the judge's own Python: a form's questions in order, or why it is refused.
JUDGEMENT = """
import json, sys
from pyxform.xls2xform import convert
from pyxform.errors import PyXFormError
def names(element, found):
    for child in element.get("children") or []:
        if child.get("type") in ("group", "repeat"):
            names(child, found)
        elif child.get("name") not in ("instanceID", "instanceName", "meta"):
            found.append([child.get("name"), child.get("type")])
    return found
for line in sys.stdin:
    asked = json.loads(line)
    try:
        made = convert(xlsform=asked["form"], file_type=asked["type"], validate=False)
        answer = {"questions": names(json.loads(json.dumps(made._pyxform)), [])}
    except PyXFormError as refused:
        answer = {"refused": str(refused)}
    except Exception as failed:
        answer = {"failed": repr(failed)}
    print(json.dumps(answer), flush=True)
"""


def tables(corpus):
    """Every form that the corpus holds as a table in its tests."""
    for path in sorted(corpus.rglob("test*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if "| survey" in text.lower() and text.count("|") > 6:
                yield f"{path.stem}:{node.lineno}", text


def cells(table):
    for line in table.splitlines():
        line = line.strip()
        if line.startswith("|"):
            yield [cell.strip() for cell in line[1 : line.rfind("|")].split("|")]


def ours(path):
    code, out, err, _ = run("check", "--json", path)
    answer = json.loads(out) if out.startswith("{") else {"problems": [{"message": err}]}
    told = [problem["message"] for problem in answer.get("problems", [])]
    return (code == 0, answer, told)


# Filled in by a telephone, or made by the judge for itself.
DEVICE = {"deviceid", "subscriberid", "simserial", "imei", "phonenumber", "username", "email", "audit", "start-geopoint"}
MADE = ("generated_", "reserved_name_for_")


def asked(questions):
    """Names of what is asked: groups and what the device fills in do not count."""
    return sorted(one["name"] for one in questions if one["type"] not in ("group", "repeat", "device"))


def asked_there(questions):
    return sorted(name for name, kind in questions if not by_itself(name, kind))


def by_itself(name, kind):
    # `X_count` holds the count of the repeat X.
    counts = kind == "calculate" and name.endswith("_count")
    return counts or kind in DEVICE or kind.startswith("uri:") or name.startswith(MADE)


def compare(name, path, verdict, folder):
    taken, answer, told = ours(path)
    if "failed" in verdict:
        return
    if "questions" in verdict:
        why = next((one for one in told if not any(re.search(known, one) for known in LEFT_OUT)), None)
        check(name, taken or why is None, f"refused: {why}")
        if taken:
            found, theirs = asked(answer["form"]["questions"]), asked_there(verdict["questions"])
            only = [one for one in found if one not in theirs], [one for one in theirs if one not in found]
            check(f"{name}, questions", found == theirs, f"{only[0]} only here, {only[1]} only there")
            goes_round(name, path, answer, folder)
    else:
        known = any(re.search(one, verdict["refused"]) for one in TAKEN)
        check(name, not taken or known, f"taken, though: {verdict['refused'][:120]}")


def goes_round(name, path, answer, folder):
    """Written as a spreadsheet and read again it is the same form."""
    there = folder / "again.xlsx"
    code, _, err, _ = run("convert", "--to", there, path)
    check(f"{name}, written", code == 0, err[:200])
    if code == 0:
        _, again, _ = ours(there)
        check(f"{name}, read again", again.get("form") == answer["form"], "another form came back")


def others(folder):
    corpus, python = fetch()
    judge = subprocess.Popen([python, "-W", "ignore", "-c", JUDGEMENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def judged(form, kind):
        judge.stdin.write(json.dumps({"form": form, "type": kind}) + "\n")
        judge.stdin.flush()
        return json.loads(judge.stdout.readline())

    count = 0
    for name, table in tables(corpus):
        path = folder / "form.csv"
        with path.open("w", newline="") as out:
            csv.writer(out).writerows(cells(table))
        compare(name, path, judged(table, ".md"), folder)
        count += 1
    for table in corpus.rglob("example_xls/*.csv"):
        shutil.copy(table, folder)
    for path in sorted(corpus.rglob("example_xls/*.xlsx")):
        compare(path.name, path, judged(str(path), ".xlsx"), folder)
        count += 1
    judge.stdin.close()
    check("the corpus", count > 250, f"only {count} forms")
    print(f"{count} forms of other people")


def book(sheets, parts=None):
    """A workbook of inline texts, as small as one can be."""
    kinds = "".join(f'<Override PartName="/xl/worksheets/s{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' for n in range(len(sheets)))
    names = "".join(f'<sheet name="{name}" sheetId="{n + 1}" r:id="r{n}"/>' for n, name in enumerate(sheets))
    links = "".join(f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s{n}.xml"/>' for n in range(len(sheets)))
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    files = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}">{links}</Relationships>',
    }
    for n, rows in enumerate(sheets.values()):
        body = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows)
        files[f"xl/worksheets/s{n}.xml"] = f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'
    return {**files, **(parts or {})}


HEAD = ["type", "name", "label", "calculation", "relevant"]


def harmful():
    """Name, and what stands in the file."""
    plain = {"survey": [HEAD, ["text", "a", "A", "", ""]]}
    yield "a zip bomb", book(plain, {"xl/worksheets/s0.xml": b"<worksheet>" + b" " * 900_000_000})
    yield "a bomb in the shared texts", book(plain, {"xl/sharedStrings.xml": b"<sst>" + b"<si><t>x</t></si>" * 30_000_000})
    yield "10,001 questions", book({"survey": [HEAD, *(["text", f"q{n}", "Q", "", ""] for n in range(10_001))]})
    yield "cells of a megabyte", book({"survey": [HEAD, *(["text", f"q{n}", "x" * 1_000_000, "", ""] for n in range(20))]})
    ring = [["calculate", f"c{n}", "", f"${{c{(n + 1) % 400}}} + 1", ""] for n in range(400)]
    yield "a ring of calculations", book({"survey": [HEAD, *ring]})
    groups = [["begin group", f"g{n}", "G", "", f"${{q{1 - n}}} = 1"] for n in (0, 1)]
    groups = [groups[0], ["integer", "q0", "Q", "", ""], ["end group", "", "", "", ""], groups[1], ["integer", "q1", "Q", "", ""], ["end group", "", "", "", ""]]
    yield "groups that wait for each other", book({"survey": [HEAD, *groups]})
    yield "a thousand groups, never ended", book({"survey": [HEAD, *(["begin group", f"g{n}", "G", "", ""] for n in range(1000))]})
    yield "a tower of brackets", book({"survey": [HEAD, ["calculate", "c", "", "(" * 200_000, ""]]})
    yield "a text that never ends", book({"survey": [HEAD, ["calculate", "c", "", "'" + "a" * 900_000, ""]]})
    yield "broken XML", book(plain, {"xl/worksheets/s0.xml": "<worksheet><sheetData><row><c t='inlineStr'><is><t>type"})
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    yield "entities that multiply", book(plain, {"xl/worksheets/s0.xml": f'<!DOCTYPE x [<!ENTITY l0 "ha">{lol}]><worksheet>&l11;</worksheet>'})
    yield "no workbook at all", {"readme.txt": "hello"}
    yield "a workbook that names no sheet", book({})


# `resource` knows the greatest memory of any child so far: each file is read by a process of its own.
ALONE = "import resource,subprocess,sys,time\nbegun=time.monotonic()\none=subprocess.run(sys.argv[1:],capture_output=True)\nprint(one.returncode,time.monotonic()-begun,resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024,len(one.stdout)+len(one.stderr))\nsys.stderr.buffer.write(one.stdout[:300]+one.stderr[:300])"


def hostile(folder):
    worst = (0.0, 0.0)
    files = list(harmful())
    for name, parts in files:
        path = folder / "harm.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        done = subprocess.run([sys.executable, "-c", ALONE, SANAD, "forms", "check", path], capture_output=True, text=True, timeout=120)
        code, seconds, megabytes, said = (float(one) for one in done.stdout.split())
        worst = (max(worst[0], seconds), max(worst[1], megabytes))
        check(name, code == 1 and said > 0, f"answered {code:.0f}: {done.stderr[:200]}")
        check(f"{name}, quickly", seconds <= 2.0, f"{seconds:.1f} s")
        check(f"{name}, small", megabytes <= 200, f"{megabytes:.0f} MB")
    print(f"{len(files)} harmful files: at most {worst[0]:.2f} s and {worst[1]:.0f} MB")


def main():
    with tempfile.TemporaryDirectory() as folder:
        hostile(Path(folder))
        others(Path(folder))
    for failure in failures:
        print(f"  FAILED {failure}")
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
