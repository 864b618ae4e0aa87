// Signing in and out, oneself, and what holds in the frame around every room.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browse, expectAccessible, expectNoErrors, lookAtAll, open, people, picture, type Server, serve, settled, signIn } from "./support";

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ people: ["manager"] }), browse()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function fill(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("signing in leads back to the address that was wanted", async () => {
  const page = await open(browser, server);
  await page.goto("/account?x=1");
  await page.waitForURL(/\/sign-in\?from=/);
  await fill(page, people.admin.email, "wrong password");
  await expect.poll(() => page.getByRole("alert").textContent()).toContain("wrong");
  await fill(page, people.admin.email, people.admin.password);
  await page.waitForURL("**/account?x=1");
  await page.getByRole("heading", { level: 1, name: "My account" }).waitFor();
  await page.context().close();
  expectNoErrors();
});

test("an address of another site is not gone to after signing in", async () => {
  const page = await open(browser, server);
  await page.goto("/sign-in?from=//evil.test/x");
  await fill(page, people.admin.email, people.admin.password);
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  expect(page.url()).toBe(`${server.address}/`);
  await page.context().close();
});

test("a session that has ended leads to the sign-in page and back", async () => {
  const page = await open(browser, server);
  await signIn(page);
  await page.goto("/account");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Your session has ended").waitFor();
  await picture(page, "session-ended");
  await fill(page, people.admin.email, people.admin.password);
  await page.waitForURL("**/account");
  await page.context().close();
  expectNoErrors();
});

test("the language changes at once and is kept", async () => {
  const page = await open(browser, server);
  await signIn(page, "manager");
  await page.goto("/account");
  await page.getByRole("button", { name: /account, language and sign out/ }).click();
  // The page speaks at once; a reload before the server has it too would speak the old language again.
  const kept = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.url().endsWith("/api/v1/me"));
  await page.getByText("繁體中文", { exact: true }).last().click();
  await page.getByRole("heading", { level: 1, name: "我的帳號" }).waitFor();
  expect((await kept).status()).toBe(204);
  await settled(page);
  await picture(page, "user-menu");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "我的帳號" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("zh-Hant");
  await page.context().close();
  expectNoErrors();
});

test("Ctrl-K leads to every room by keyboard", async () => {
  const page = await open(browser, server);
  await signIn(page);
  await page.goto("/account");
  await settled(page);
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Go to a page").waitFor();
  await page.waitForTimeout(200);
  await picture(page, "palette");
  await expectAccessible(page, "palette");
  await page.keyboard.type("Overv");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await page.context().close();
  expectNoErrors();
});

test("a keyboard reaches the content first", async () => {
  const page = await open(browser, server);
  await signIn(page);
  await page.goto("/account");
  await settled(page);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("room");
  await page.context().close();
});

test("on a phone the navigation is behind a button", async () => {
  const page = await open(browser, server, { width: 390 });
  await signIn(page);
  await page.goto("/account");
  await settled(page);
  expect(await page.getByRole("link", { name: "Overview" }).isVisible()).toBe(false);
  await page.getByRole("button", { name: "Open the menu" }).click();
  await page.waitForTimeout(250);
  await picture(page, "phone-menu");
  await expectAccessible(page, "phone menu");
  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await expect.poll(() => page.getByRole("link", { name: "Overview" }).isVisible()).toBe(false);
  await page.context().close();
  expectNoErrors();
});

test("a token works until it is ended, and a new password ends the session", async () => {
  const page = await open(browser, server);
  await signIn(page);
  await page.goto("/account");
  await page.getByLabel("Name of the program").fill("夜間匯入");
  await page.getByRole("button", { name: "Make a token" }).click();
  const key = (await page.locator("pre").textContent()) ?? "";
  await picture(page, "account-token");
  const call = async () => (await fetch(`${server.address}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await call()).toBe(200);
  await page.getByRole("button", { name: "End 夜間匯入" }).click();
  await page.getByText("no longer works").waitFor();
  expect(await call()).toBe(401);
  const passwords = page.getByRole("textbox", { name: /New password/ });
  await passwords.first().fill("another long password");
  await passwords.last().fill("another long passwort");
  await page.getByText("The two passwords differ.").waitFor();
  expect(await page.getByRole("button", { name: "Change the password" }).isDisabled()).toBe(true);
  await passwords.last().fill("another long password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.waitForURL(/\/sign-in/);
  await fill(page, people.admin.email, "another long password");
  await page.waitForURL("**/account");
  server.tandem(["user", "password", people.admin.email], people.admin.password);
  await page.context().close();
  expectNoErrors();
});

test("the sign-in page and the account page for everybody", async () => {
  await lookAtAll(browser, server, "/sign-in", "sign-in");
  await lookAtAll(browser, server, "/account", "account");
}, 240_000);
