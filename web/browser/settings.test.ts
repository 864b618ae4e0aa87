// Settings of the company, exchange rates, rules of time, and the people who may sign in.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browse, expectAccessible, expectNoErrors, lookAtAll, open, picture, type Server, serve, settled, signIn } from "./support";

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ people: ["hunter"] }), browse()]);
  page = await open(browser, server);
  await signIn(page);
  await page.goto("/settings");
  await settled(page);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function ask(address: string): Promise<unknown> {
  return (await page.request.get(address)).json();
}

test("the company's name and currency count at once", async () => {
  await page.getByLabel("Name", { exact: true }).fill("雅可公司");
  await page.getByLabel("Currency of totals").fill("twd");
  await page.getByLabel("Term of derived subscriptions, in months").fill("24");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("navigation").getByText("雅可公司").waitFor();
  expect(await ask("/api/v1/settings")).toMatchObject({ name: "雅可公司", currency: "TWD", derived_term_months: 24 });
  expectNoErrors();
});

test("a currency that is none is refused in words", async () => {
  await page.getByLabel("Currency of totals").fill("1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("alert").getByText("is not a currency code", { exact: false }).waitFor();
  await page.getByLabel("Currency of totals").fill("TWD");
  expectNoErrors();
});

test("rates are pasted; a line that is none is named first", async () => {
  const field = page.getByLabel("Add or replace rates");
  await field.fill("currency,date,rate\nUSD,2026-01-01,31.5\nEUR,1.1.2026,34");
  await page.getByText("Line 3 is not a rate").waitFor();
  expect(await page.getByRole("button", { name: "Add one rate" }).isDisabled()).toBe(true);
  await field.fill("USD\t2026-01-01\t31.5\nEUR\t2026-01-01\t34,25");
  await page.getByRole("button", { name: "Add 2 rates" }).click();
  await page.getByRole("group", { name: "Exchange rates" }).getByText("34.25").waitFor();
  expect(await ask("/api/v1/rates")).toMatchObject({ items: [{ currency: "EUR", rate: "34.25" }, { currency: "USD", rate: "31.5" }] });
  await picture(page, "settings-rates");
  expectNoErrors();
});

test("a rule of time is added, moved and kept", async () => {
  await page.getByRole("button", { name: "Add a rule on top" }).click();
  const first = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Remove rule 1", exact: true }) });
  await first.getByLabel("One of these words").fill("展覽");
  await page.keyboard.press("Enter");
  await first.getByRole("combobox", { name: "Then it is" }).click();
  await page.getByRole("option", { name: "New business" }).click();
  await page.getByRole("button", { name: "Move rule 1 down" }).click();
  await page.getByRole("button", { name: "Save the rules" }).click();
  await page.getByText("Saved").first().waitFor();
  // What was saved before may say so still.
  const second = async () => ((await ask("/api/v1/time/rules")) as { rules: { words?: string[]; category: string }[] }).rules[1];
  await expect.poll(second, { timeout: 10_000 }).toEqual({ words: ["展覽"], category: "new_business" });
  await expectAccessible(page, "settings");
  expectNoErrors();
});

test("a person is made, changed and refused", async () => {
  await page.goto("/users");
  await settled(page);
  await page.getByRole("button", { name: "Add a person" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Name").fill("王小明");
  await form.getByLabel("E-mail").fill("wang@acme.test");
  await form.getByRole("textbox", { name: "First password" }).fill("short");
  await form.getByRole("button", { name: "Add a person" }).click();
  await form.getByRole("alert").getByText("too short", { exact: false }).waitFor();
  await picture(page, "users-form");
  await expectAccessible(page, "form of a person");
  await form.getByRole("textbox", { name: "First password" }).fill("a first password");
  await form.getByRole("button", { name: "Add a person" }).click();
  await page.getByRole("button", { name: "Change 王小明" }).click();
  await page.getByRole("dialog").getByRole("switch", { name: "May sign in" }).press("Space");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("row", { name: /王小明/ }).getByText("Refused").waitFor();
  const answer = await fetch(`${server.address}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "wang@acme.test", password: "a first password" }),
  });
  expect(answer.status).toBe(401);
  expectNoErrors();
});

test("other roles are told what they may not", async () => {
  const other = await open(browser, server);
  await signIn(other, "hunter");
  await other.goto("/users");
  await settled(other);
  await other.getByRole("alert").getByText("ask an administrator", { exact: false }).waitFor();
  await other.goto("/settings");
  await settled(other);
  await other.getByText("You can read the settings.", { exact: false }).waitFor();
  expect(await other.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
  expect(await other.getByRole("link", { name: "People" }).count()).toBe(0);
  await other.context().close();
  expectNoErrors();
});

test("settings and people for everybody", async () => {
  await lookAtAll(browser, server, "/settings", "settings");
  await lookAtAll(browser, server, "/users", "users");
}, 240_000);
