// The door of the program: who gets in, who waits, and that it closes behind people.

import assert from "node:assert/strict";
import { test } from "node:test";

export default function signIn(house) {
  test("a wrong password is a no that does not say what was wrong", async () => {
    const visitor = await house.visitor();
    const wrong = await house.signIn(visitor, "worker", "not the password at all");
    assert.equal(wrong.status, 422);
    assert.equal(wrong.notices.length, 1);
    assert.equal(await visitor.page.inputValue("#username"), "worker");
    assert.equal(await visitor.page.inputValue("#password"), "");
    const unknown = await house.signIn(visitor, "nobody-of-this-name", "not the password at all");
    assert.deepEqual(unknown.notices, wrong.notices);
    assert.deepEqual(await visitor.context.cookies(), [], "no session before the door");
  });

  test("too many wrong tries have to wait, and are told how long", async () => {
    const visitor = await house.visitor();
    let last;
    for (let time = 0; time < 8 && last?.status !== 429; time += 1) {
      last = await house.signIn(visitor, "somebody-else", `wrong again and again ${time}`);
    }
    assert.equal(last.status, 429);
    assert.match(last.notices[0], /\d/, "the wait is a number of seconds");
    const other = await house.visitor();
    await house.signIn(other, "reports");
    assert.notEqual(new URL(other.page.url()).pathname, "/sign-in", "others get in meanwhile");
  });

  test("without a session every page leads to the door", async () => {
    const visitor = await house.visitor();
    for (const path of ["/", "/cases", "/reception", "/reception/new", "/search?q=a", "/admin", "/looks"]) {
      await visitor.go(path, { look: false });
      assert.equal(new URL(visitor.page.url()).pathname, "/sign-in", path);
    }
  });

  test("after signing out, going back shows nothing of a case", async () => {
    const visitor = await house.visitor();
    await house.signIn(visitor, "worker");
    await visitor.go("/search?q=Salma");
    await visitor.press('a[href^="/cases/"]');
    const [, name] = (await visitor.page.locator(".person-name").innerText()).match(/(Salma \w+)/);
    await visitor.signOut();
    assert.equal(new URL(visitor.page.url()).pathname, "/sign-in");
    await visitor.page.goBack();
    assert.ok(!(await visitor.page.content()).includes(name), "the page came back from a cache");
    assert.equal(new URL(visitor.page.url()).pathname, "/sign-in");
  });

  test("a session that ended elsewhere opens nothing", async () => {
    const visitor = await house.visitor();
    await house.signIn(visitor, "worker");
    const kept = await visitor.context.cookies();
    assert.ok(kept.every((cookie) => cookie.httpOnly && cookie.sameSite !== "None"));
    await visitor.signOut();
    await visitor.context.addCookies(kept);
    await visitor.go("/cases", { look: false });
    assert.equal(new URL(visitor.page.url()).pathname, "/sign-in");
  });

  test("in Arabic the page runs from right to left, and stays so after signing in", async () => {
    const visitor = await house.visitor();
    await visitor.go("/sign-in");
    assert.equal(await visitor.page.getAttribute("html", "dir"), "ltr");
    await visitor.press('button[name="lang"][value="ar"]');
    assert.equal(await visitor.page.getAttribute("html", "dir"), "rtl");
    assert.equal(await visitor.page.getAttribute("html", "lang"), "ar");
    await visitor.page.fill("#username", "worker");
    await visitor.page.fill("#password", house.account("worker").password);
    await visitor.press("main form button");
    assert.equal(await visitor.page.getAttribute("html", "dir"), "rtl");
    await visitor.press('button[name="lang"][value="en"]');
    assert.equal(await visitor.page.getAttribute("html", "dir"), "ltr");
  });

  test("one key leaves for a harmless page, and nothing tells a bystander what this is", async () => {
    // Leaving locks, so this is a session of its own and not the one that others use.
    const visitor = await house.visitor();
    await house.signIn(visitor, "worker");
    await visitor.go("/cases");
    assert.doesNotMatch(await visitor.page.title(), /case|migrant|protection|sanad/i);
    await Promise.all([
      visitor.page.waitForURL(/\/away$/),
      (async () => {
        for (let time = 0; time < 3; time += 1) await visitor.page.keyboard.press("Escape");
      })(),
    ]);
    assert.doesNotMatch(await visitor.page.content(), /case|migrant|protection|sanad/i);
  });
}
