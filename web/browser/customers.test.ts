// Customers: the list and the record of one, by mouse and by keyboard, on the demo company and two customers known by heart.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lighthouse, pilot } from "./pilots";
import { done, PREPARE_MS, STORY_MS } from "./demo";
import { browse, expectAccessible, expectNoSidewaysScroll, files, lookAtAll, open, picture, sameSite, serve, type Server, settled, signIn } from "./support";

let server: Server;
let empty: Server;
let browser: Browser;

beforeAll(async () => {
  const prepare: NonNullable<NonNullable<Parameters<typeof serve>[0]>["prepare"]> = ({ tandem, folder }) => {
    for (const [name, contents] of Object.entries({ pilot, lighthouse })) {
      files(`${folder}/${name}`, contents);
      tandem(["import", `${folder}/${name}`]);
    }
  };
  [server, empty, browser] = await Promise.all([serve({ demo: ["--customers", "120"], prepare }), serve({ people: ["hunter"] }), browse()]);
}, PREPARE_MS);

afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), empty.stop()]);
});

async function at(address: string, look: Parameters<typeof open>[2] = {}): Promise<Page> {
  const page = await open(browser, server, look);
  await signIn(page, "admin", look.language ?? "en");
  await page.goto(address);
  await settled(page);
  return page;
}

/** A seller of the demo company, who owns customers of it. */
async function atAsSeller(address: string): Promise<Page> {
  const page = await open(browser, server);
  const answer = await page.request.post("/api/v1/session", { data: { email: "daniel.keller@acme.example", password: "tandem-demo" }, headers: sameSite });
  expect(answer.status()).toBe(200);
  await page.goto(address);
  await settled(page);
  return page;
}

interface Listed {
  items: { id: string; name: string; owners: { id: string; name: string }[] }[];
  total: number;
}

/** What the server says itself, for what the page has to show. */
async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Answer;
}

async function idOf(page: Page, name: string): Promise<string> {
  const found = await ask<Listed>(page, `/customers?q=${encodeURIComponent(name)}`);
  expect(found.items.map((item) => item.name)).toEqual([name]);
  return found.items[0]?.id ?? "";
}

const names = (page: Page) => page.locator("[data-row]").allTextContents();
const lead = (page: Page) => page.getByRole("main").getByRole("status").first();

test("the list says what it shows, in the server's order, and shows more on demand", async () => {
  const page = await at("/customers");
  const first = await ask<Listed>(page, "/customers?sort=arr&limit=100");
  expect(await lead(page).textContent()).toBe(`${first.total} customers, largest ARR first.`);
  expect(await names(page)).toEqual(first.items.slice(0, 50).map((item) => item.name));
  await picture(page, "customers");
  await page.getByRole("button", { name: "Show more customers" }).click();
  await expect.poll(() => names(page)).toEqual(first.items.map((item) => item.name));
  await page.getByText(`${first.items.length} of ${first.total} shown`).waitFor();
  const head = page.getByRole("columnheader", { name: "Next renewal" });
  await head.getByRole("button").click();
  await page.waitForURL(/sort=renewal/);
  await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending");
  const soonest = await ask<Listed>(page, "/customers?sort=renewal&limit=50");
  await expect.poll(() => names(page)).toEqual(soonest.items.map((item) => item.name));
  await head.getByRole("button").click();
  await page.waitForURL(/sort=-renewal/);
  await expect.poll(() => head.getAttribute("aria-sort")).toBe("descending");
  const latest = await ask<Listed>(page, "/customers?sort=-renewal&limit=50");
  expect(latest.items[0]?.name).not.toBe(soonest.items[0]?.name);
  await expect.poll(() => names(page)).toEqual(latest.items.map((item) => item.name));
  await done(page);
}, STORY_MS);

test("a Chinese word is found, but not the letters from which it is still being composed", async () => {
  const page = await at("/customers");
  await page.getByRole("searchbox", { name: "Search customers" }).focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "ㄘㄜˋ", selectionStart: 3, selectionEnd: 3 });
  await page.waitForTimeout(600);
  expect(new URL(page.url()).search).toBe("");
  await keyboard.send("Input.insertText", { text: "測試" });
  await page.waitForURL((url) => url.searchParams.get("q") === "測試");
  await expect.poll(() => names(page)).toEqual(["=1+1 測試機械"]);
  await expect.poll(() => lead(page).textContent()).toBe("1 customer: with “測試”; largest ARR first.");
  await page.getByRole("searchbox").fill("測");
  await page.waitForURL((url) => url.searchParams.get("q") === "測");
  await expect.poll(() => names(page)).toContain("=1+1 測試機械");
  await page.getByRole("searchbox").fill("no such customer");
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();
  await picture(page, "customers-nothing");
  await expectAccessible(page, "nothing found");
  await page.getByRole("link", { name: "Clear all filters" }).last().click();
  await expect.poll(async () => (await names(page)).length).toBe(50);
  expect(await page.getByRole("searchbox").inputValue()).toBe("");
  await done(page);
}, STORY_MS);

test("filters have counts, narrow the list, and travel with the address", async () => {
  const page = await at("/customers");
  const facets = await ask<{ segments: { value: string; count: number }[]; owners: { value: string; label: string; count: number }[] }>(page, "/customers/facets");
  const segment = facets.segments.find((facet) => facet.value === "Enterprise");
  await page.getByRole("combobox", { name: "Segment" }).click();
  await page.getByRole("option", { name: `Enterprise ${segment?.count}` }).click();
  await page.waitForURL(/segment=Enterprise/);
  await expect.poll(() => lead(page).textContent()).toBe(`${segment?.count} customers: Enterprise; largest ARR first.`);
  const owner = (await ask<Listed>(page, "/customers?segment=Enterprise&sort=arr")).items[0]?.owners[0];
  await page.getByRole("combobox", { name: "Owner" }).click();
  await page.getByRole("option", { name: owner?.name ?? "" }).click();
  await page.waitForURL(/owner=/);
  const wanted = (await ask<Listed>(page, `/customers?segment=Enterprise&owner=${owner?.id}&sort=arr`)).items.map((item) => item.name);
  await expect.poll(() => names(page)).toEqual(wanted);
  expect(wanted.length).toBeLessThan(segment?.count ?? 0);

  const other = await at(page.url(), { language: "zh-Hant" });
  expect(await names(other)).toEqual(wanted);
  expect(await lead(other).textContent()).toBe(`共 ${wanted.length} 個客戶：Enterprise、由${owner?.name}負責；年度經常性收入由高到低。`);
  await done(other);

  await page.locator("[data-row]").first().click();
  await page.getByRole("heading", { level: 1, name: wanted[0] ?? "" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Customers" }).click();
  await expect.poll(() => names(page)).toEqual(wanted);
  await page.getByRole("link", { name: "Clear all filters" }).first().click();
  await expect.poll(() => new URL(page.url()).search).toBe("");
  await done(page);
}, STORY_MS);

test("a view is saved, shared, used and deleted", async () => {
  const page = await at("/customers?segment=Pilot");
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel("Name", { exact: true }).fill("試辦客戶");
  await page.getByLabel("Show it to everybody").check();
  await expectAccessible(page, "saving a view");
  await picture(page, "customers-view");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await views.getByRole("link", { name: /試辦客戶/ }).waitFor();

  const other = await atAsSeller("/customers");
  await other.getByRole("link", { name: /試辦客戶/ }).click();
  await other.waitForURL(/segment=Pilot/);
  expect(await other.getByRole("button", { name: /What to do with the view/ }).count()).toBe(0);
  await done(other);

  await views.getByRole("link", { name: "All", exact: true }).click();
  await expect.poll(async () => (await names(page)).length).toBe(50);
  await views.getByRole("link", { name: /試辦客戶/ }).click();
  await expect.poll(() => names(page)).toEqual(["=1+1 測試機械"]);
  await page.getByRole("button", { name: "What to do with the view “試辦客戶”" }).click();
  await page.getByRole("menuitem", { name: "Delete “試辦客戶”" }).click();
  await page.getByText("The view “試辦客戶” is deleted.").waitFor();
  await expect.poll(() => views.getByRole("link", { name: /試辦客戶/ }).count()).toBe(0);
  await done(page);
}, STORY_MS);

test("exports hold what is shown and no formulas", async () => {
  const page = await at("/customers?q=測試");
  await page.getByRole("button", { name: "Export" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "Text (.csv)" }).click()]);
  expect(file.suggestedFilename()).toBe("customers.csv");
  await page.getByRole("button", { name: "Export" }).click();
  const csv = (await page.getByRole("menuitem", { name: "Text (.csv)" }).getAttribute("href")) ?? "";
  const text = await (await page.request.get(csv)).text();
  const lines = text.trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^"?'=1\+1 測試機械/);
  const xlsx = (await page.getByRole("menuitem", { name: "Spreadsheet (.xlsx)" }).getAttribute("href")) ?? "";
  const sheet = await page.request.get(xlsx);
  expect(sheet.headers()["content-disposition"]).toContain("attachment");
  expect((await sheet.body()).subarray(0, 2).toString()).toBe("PK");
  await done(page);
}, STORY_MS);

test("the keyboard alone finds, walks and opens", async () => {
  const page = await at("/customers");
  const rows = await names(page);
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  const focused = () => page.evaluate("document.activeElement.textContent");
  expect(await focused()).toBe(rows[0]);
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  expect(await focused()).toBe(rows[1]);
  await picture(page, "customers-keyboard");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: rows[1] ?? "" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Go to a page").waitFor();
  await page.keyboard.type("測試機");
  await page.getByRole("button", { name: /測試機械/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "=1+1 測試機械" }).waitFor();
  await done(page);
}, STORY_MS);

test("a letter typed in the search is a letter", async () => {
  const page = await at("/customers");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("jk/");
  expect(await page.getByRole("searchbox").inputValue()).toBe("jk/");
  await done(page);
});

test("the record shows units, ownership on a day, subscriptions, people, activities and notes", async () => {
  const page = await at("/customers");
  await page.goto(`/customers/${await idOf(page, "=1+1 測試機械")}`);
  await settled(page);
  const region = (name: string) => page.getByRole("region", { name, exact: true }).first();
  expect(await page.getByRole("main").textContent()).toContain("Pilot · Test machinery · 新竹市, Taiwan · part of 曉明集團");
  expect(await region("Units").getByRole("row", { name: /總廠/ }).textContent()).toMatch(/Nora Field.*\$40,000.*\$100,000.*40%/);
  expect(await page.getByRole("main").textContent()).toContain("in 30 days");

  const ownership = region("Ownership through time");
  await ownership.getByText("One handover so far.").waitFor();
  const answer = (unit: string) => ownership.locator("dt", { hasText: unit }).locator("+ dd");
  await expect.poll(() => answer("總廠").textContent()).toContain("Nora Field");
  await page.getByLabel("Who owned this on").fill("2025-02-28");
  await page.waitForURL(/on=2025-02-28/);
  await expect.poll(() => answer("總廠").textContent()).toContain("王曉明");
  await page.getByLabel("Who owned this on").fill("2025-03-01");
  await expect.poll(() => answer("總廠").textContent()).toContain("Nora Field");
  await page.getByLabel("Who owned this on").fill("2023-12-31");
  await expect.poll(() => answer("South works").textContent()).toBe("Nobody");
  await picture(page, "customer-on-day");
  await ownership.getByText("Table", { exact: true }).click();
  expect(await ownership.getByRole("row", { name: /總廠.*王曉明/ }).textContent()).toContain("Mar 1, 2025");

  const subscriptions = region("Subscriptions");
  await subscriptions.getByText("One of 2 in force today.").waitFor();
  await subscriptions.getByText("Table", { exact: true }).click();
  expect(await subscriptions.getByRole("row", { name: /In force/ }).textContent()).toContain("$40,000");
  expect(await region("Opportunities").getByRole("row", { name: /Renewal/ }).textContent()).toContain("Negotiation");
  expect(await region("Contacts").getByRole("link", { name: "chou@pilot.test" }).getAttribute("href")).toBe("mailto:chou@pilot.test");
  await region("Notes").getByText("<b>請先來電</b> before ten").waitFor();

  const minutes = region("Activity").getByText(/ min$/);
  expect(await minutes.count()).toBe(12);
  await region("Activity").getByRole("button", { name: "Show earlier" }).click();
  await expect.poll(() => minutes.count()).toBe(24);
  await region("Activity").getByRole("button", { name: "Show earlier" }).click();
  await expect.poll(() => minutes.count()).toBe(30);
  await expect.poll(() => region("Activity").getByRole("button", { name: "Show earlier" }).count()).toBe(0);
  await expectAccessible(page, "customer with tables");
  await done(page);
}, STORY_MS);

test("a derived subscription says that it is derived, and why", async () => {
  const page = await at("/customers");
  await page.goto(`/customers/${await idOf(page, "Lighthouse Labs")}`);
  await settled(page);
  await page.getByText("One subscription is derived: the source has none").waitFor();
  await picture(page, "customer-derived");
  const subscriptions = page.getByRole("region", { name: "Subscriptions", exact: true }).first();
  await subscriptions.getByText("Table", { exact: true }).click();
  await subscriptions.getByRole("cell", { name: "Derived" }).waitFor();
  await done(page);
});

test("a file is attached, kept and withdrawn", async () => {
  const page = await at("/customers");
  await page.goto(`/customers/${await idOf(page, "=1+1 測試機械")}`);
  await settled(page);
  const panel = page.getByRole("region", { name: "Attachments", exact: true });
  await panel.getByText("No files yet. Attach the contract").waitFor();
  await expectAccessible(page, "no attachments");
  await panel.getByLabel("What it is (optional)").fill("Signed in May");
  const file = { name: "工作說明書.txt", mimeType: "text/html", buffer: Buffer.from("<script>alert(1)</script> 兩天訓練") };
  await panel.getByLabel("Attach files").setInputFiles(file);
  await page.getByText("“工作說明書.txt” is attached.").waitFor();
  const line = panel.getByRole("listitem", { name: "工作說明書.txt" });
  await line.getByText("Signed in May").waitFor();
  expect(await line.textContent()).toContain("Ada Lin");
  await panel.getByLabel("Attach files").setInputFiles({ ...file, name: "again.txt" });
  await page.getByText("“again.txt” was here already").waitFor();
  await panel.getByLabel("Attach files").setInputFiles({ ...file, name: "empty.txt", buffer: Buffer.from("") });
  await panel.getByRole("alert").getByText("“empty.txt” was not attached. The file is empty: choose another one.").waitFor();
  await picture(page, "customer-attachments");
  await expectAccessible(page, "attachments");
  await expectNoSidewaysScroll(page, "attachments");

  const [kept] = await Promise.all([page.waitForEvent("download"), line.getByRole("link", { name: "工作說明書.txt" }).click()]);
  expect(kept.suggestedFilename()).toBe("工作說明書.txt");
  const href = (await line.getByRole("link").getAttribute("href")) ?? "";
  const answer = await page.request.get(href);
  expect(await answer.text()).toBe("<script>alert(1)</script> 兩天訓練");
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; /);
  expect(answer.headers()["content-security-policy"]).toBe("sandbox");

  await line.getByRole("button", { name: "Withdraw “工作說明書.txt”" }).click();
  await page.getByRole("dialog").getByText("Nobody can open it any more.").waitFor();
  await expectAccessible(page, "withdrawing an attachment");
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw", exact: true }).click();
  await page.getByText("“工作說明書.txt” is withdrawn.").waitFor();
  await panel.getByText("No files yet. Attach the contract").waitFor();
  expect((await page.request.get(href)).status()).toBe(404);
  await done(page);
}, STORY_MS);

test("a customer that is not there, and a company without any", async () => {
  const page = await at("/customers/999999999");
  await page.getByRole("heading", { name: "There is no such customer here" }).waitFor();
  await page.getByRole("link", { name: "All customers" }).click();
  await expect.poll(async () => (await names(page)).length).toBe(50);
  await done(page);
  for (const [person, words, link] of [["admin", "Import what your CRM holds", 1], ["hunter", "You own no customers", 0]] as const) {
    const other = await open(browser, empty);
    await signIn(other, person);
    await other.goto("/customers");
    await other.getByText(words).waitFor();
    expect(await other.getByRole("main").getByRole("link", { name: "Import customers" }).count()).toBe(link);
    await picture(other, `customers-empty-${person}`);
    await expectAccessible(other, `empty for ${person}`);
    await done(other);
  }
}, STORY_MS);

test("a seller sees the own book and nothing else", async () => {
  const page = await atAsSeller("/customers");
  const own = await ask<Listed>(page, "/customers?sort=arr");
  expect(await lead(page).textContent()).toBe(`${own.total} customers of the books that you see, largest ARR first.`);
  expect(own.items.every((item) => item.owners.some((owner) => owner.name === "Daniel Keller"))).toBe(true);
  const admin = await at("/customers");
  const id = await idOf(admin, "=1+1 測試機械");
  await done(admin);
  await page.goto(`/customers/${id}`);
  await page.getByRole("heading", { name: "There is no such customer here" }).waitFor();
  await done(page);
}, STORY_MS);

test("filters on a phone", async () => {
  const page = await at("/customers", { width: 390 });
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("combobox", { name: "Segment" }).click();
  await page.getByRole("option", { name: /Pilot/ }).click();
  await page.getByRole("button", { name: "Filters (1)" }).waitFor();
  await expect.poll(() => names(page)).toEqual(["=1+1 測試機械"]);
  await picture(page, "customers-phone-filters");
  await expectAccessible(page, "filters on a phone");
  await expectNoSidewaysScroll(page, "filters on a phone");
  await done(page);
}, STORY_MS);

test("the list and the record for everybody", async () => {
  const page = await at("/customers");
  const id = await idOf(page, "=1+1 測試機械");
  const [large] = (await ask<Listed>(page, "/customers?sort=arr&limit=1")).items;
  await done(page);
  await lookAtAll(browser, server, "/customers?segment=Enterprise", "customers");
  await lookAtAll(browser, server, `/customers/${id}?on=2025-02-28`, "customer");
  await lookAtAll(browser, server, `/customers/${large?.id}`, "customer-large");
}, 240_000);
