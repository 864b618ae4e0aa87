// The whole way of an import: recognised, mapped, tried, imported, taken back; and files that are no tables.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acme } from "./acme";
import { browse, expectAccessible, expectNoErrors, files, lookAtAll, open, picture, type Server, serve, settled, signIn } from "./support";

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ people: ["hunter"] }), browse()]);
  page = await open(browser, server);
  await signIn(page);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function choose(contents: Record<string, string>): Promise<void> {
  await page.goto("/import");
  await settled(page);
  const waiting = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await waiting).setFiles(files(`${server.folder}/files-${Date.now()}`, contents));
  await page.waitForURL(/\/import\/\d+/);
  // The address changes before the page does: until then the list of imports tells of the same import.
  await page.getByRole("heading", { name: "How the files are read" }).waitFor();
  await settled(page);
}

async function waitFor(state: string): Promise<void> {
  await page.getByRole("main").getByText(state, { exact: true }).first().waitFor();
}

test("files are recognised, with the reason", async () => {
  await choose(acme());
  const main = page.getByRole("main");
  await waitFor("Looked at");
  await main.getByText("The headers are those of Tandem's own customers.csv.").waitFor();
  await main.getByText("Recognised: Activities, Customers, Notes, Opportunities, Sellers, and Subscriptions.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Columns of customers.csv" }).click();
  expect(await page.getByRole("combobox", { name: "Field of name" }).inputValue()).toBe("name (needed)");
  await picture(page, "import-recognised");
  await expectAccessible(page, "recognised");
  expectNoErrors();
});

test("a dry run tells what would happen and keeps nothing", async () => {
  await page.getByRole("button", { name: "Try it" }).click();
  await waitFor("Tried");
  const outcome = page.getByRole("region", { name: "What would happen" }).first();
  await outcome.getByText(/would be new/).waitFor();
  expect(await outcome.getByRole("row", { name: /^customers.csv/ }).textContent()).toMatch(/Customers.*Read12.*Created12.*Failed0$/);
  await picture(page, "import-tried");
  await expectAccessible(page, "tried");
  const customers = await page.request.get("/api/v1/customers");
  expect(((await customers.json()) as { items: unknown[] }).items).toEqual([]);
});

test("the import does the same for good, and can be taken back whole", async () => {
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await waitFor("Imported");
  await page.getByRole("region", { name: "What happened" }).first().getByText(/were new/).waitFor();
  await picture(page, "import-done");
  await expectAccessible(page, "done");
  const count = async () => ((await (await page.request.get("/api/v1/customers")).json()) as { items: unknown[] }).items.length;
  expect(await count()).toBe(12);
  await page.getByRole("button", { name: "Take it back" }).click();
  await waitFor("Taken back");
  expect(await count()).toBe(0);
  await picture(page, "import-undone");
  expectNoErrors();
});

const OTHER = {
  "客戶資料.csv": "編號,名稱,成立日\n1,台灣精密工業,03/04/2020\n2,宏海電子,2020-99-01\n,無編號公司,05/06/2021\n",
};

test("an unknown file is mapped by hand, and the mapping can be taken to the command line", async () => {
  await choose(OTHER);
  const main = page.getByRole("main");
  await main.getByText("No file is read yet.", { exact: false }).waitFor();
  expect(await page.getByRole("button", { name: "Try it" }).isDisabled()).toBe(true);
  await pick("The rows are", "Customers");
  await main.getByText("Still needed: customer_id and name.").waitFor();
  await pick("Field of 編號", "customer_id (needed)");
  await pick("Field of 名稱", "name (needed)");
  await pick("Field of 成立日", "created_date");
  await pick("Dates like 03/04/2026", "Day first");
  await page.getByLabel("Name of the source").fill("erp");
  await picture(page, "import-mapping");
  await expectAccessible(page, "mapping");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the mapping as a file" }).click();
  const path = `${server.folder}/mapping.json`;
  await (await waiting).saveAs(path);
  const [file] = files(`${server.folder}/by-hand`, OTHER);
  const told = server.tandem(["import", file ?? "", "--mapping", path, "--dry-run", "--json"]);
  expect(JSON.parse(told)).toMatchObject({ source: "erp", objects: [{ object: "customers", read: 3 }] });
});

test("what cannot be used is told with file, line, column, value and what to do, and can be downloaded", async () => {
  await page.getByRole("button", { name: "Try it" }).click();
  await waitFor("Tried");
  const problems = page.getByRole("region", { name: /problems?$/ });
  await problems.getByText("2020-99-01").waitFor();
  const row = problems.getByRole("row", { name: /2020-99-01/ });
  expect(await row.textContent()).toMatch(/客戶資料\.csv.*3.*成立日/);
  await picture(page, "import-problems");
  await expectAccessible(page, "problems");
  const waiting = page.waitForEvent("download");
  await problems.getByRole("button", { name: "Download as CSV" }).click();
  expect((await waiting).suggestedFilename()).toBe("problems.csv");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await waitFor("Imported");
  const found = (await (await page.request.get("/api/v1/customers?q=精密")).json()) as { items: { name: string }[] };
  expect(found.items.map((customer) => customer.name)).toEqual(["台灣精密工業"]);
  expectNoErrors();
});

async function pick(label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("a file that is no table is refused in words", async () => {
  await page.goto("/import");
  await settled(page);
  const waiting = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await waiting).setFiles(files(`${server.folder}/no`, { "picture.png": "no table" }));
  await page.getByRole("alert").getByText("There is no .csv").waitFor();
  const again = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await again).setFiles(files(`${server.folder}/no`, { "broken.xlsx": "PK\u0003\u0004 this is no spreadsheet" }));
  // A damaged file does not keep others from being looked at: it is passed over with the reason.
  await page.getByRole("main").getByText("It cannot be read: this is not a spreadsheet", { exact: false }).waitFor();
  await picture(page, "import-refused");
  expectNoErrors();
});

test("files come in by being dropped", async () => {
  await page.goto("/import");
  await settled(page);
  await page.evaluate(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(["customer_id,name\nC9,拖放公司\n"], "customers.csv", { type: "text/csv" }));
    const place = [...document.querySelectorAll("main div")].find((each) => each.className.includes("drop"));
    place?.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  await page.waitForURL(/\/import\/\d+/);
  await page.getByRole("main").getByText("The headers are those of Tandem's own customers.csv.").waitFor();
  expectNoErrors();
});

test("who may not import is told so", async () => {
  const other = await open(browser, server);
  await signIn(other, "hunter");
  await other.goto("/import");
  await settled(other);
  expect(await other.getByRole("link", { name: "Import" }).count()).toBe(0);
  await other.getByRole("alert").getByText("may not do this", { exact: false }).waitFor();
  await other.context().close();
  expectNoErrors();
});

test("the import pages for everybody", async () => {
  await lookAtAll(browser, server, "/import", "import");
  await lookAtAll(browser, server, "/import/2", "import-one");
}, 240_000);
