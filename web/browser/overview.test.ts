// The overview: empty, filled, and for a role that sees only a part.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acme } from "./acme";
import { browse, expectNoErrors, files, lookAtAll, open, picture, type Server, serve, settled, signIn } from "./support";

let empty: Server;
let filled: Server;
let browser: Browser;

beforeAll(async () => {
  [empty, filled, browser] = await Promise.all([
    serve(),
    serve({
      people: ["hunter"],
      prepare: ({ tandem, folder }) => {
        files(`${folder}/acme`, acme());
        tandem(["import", `${folder}/acme`]);
      },
    }),
    browse(),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([empty.stop(), filled.stop()]);
});

test("an empty company is led to the import", async () => {
  const page = await open(browser, empty);
  await signIn(page);
  await page.goto("/");
  await page.getByRole("heading", { name: "Nothing is here yet" }).waitFor();
  expect(await page.getByRole("main").getByRole("link").getAttribute("href")).toBe("/import");
  await page.context().close();
  expectNoErrors();
});

test("a sentence, the figures, the pictures, and each picture as a table", async () => {
  const page = await open(browser, filled);
  await signIn(page);
  await page.goto("/");
  await settled(page);
  // 24,000 to 90,000 in steps of 6,000 without the 42,000 that left, and 12,500.50 and 9,000 that came later.
  await page.getByText("$663.5K of annual recurring revenue with 11 customers").waitFor();
  await expect.poll(() => page.locator("[role=img] svg").count()).toBe(4);
  const curve = page.getByRole("region", { name: "Annual recurring revenue", exact: true });
  await curve.getByText("Table", { exact: true }).click();
  await curve.getByRole("table").waitFor();
  expect(await curve.getByRole("row").last().textContent()).toContain("$663,501");
  await curve.getByRole("button", { name: "ARR" }).click();
  expect(await curve.getByRole("columnheader", { name: "ARR" }).getAttribute("aria-sort")).toBe("descending");
  await picture(page, "overview-table");
  await page.context().close();
  expectNoErrors();
});

test("a hunter gets a page that makes sense", async () => {
  const page = await open(browser, filled);
  await signIn(page, "hunter");
  await page.goto("/");
  await settled(page);
  await picture(page, "overview-hunter");
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.context().close();
  expectNoErrors();
});

test("the overview for everybody", async () => {
  await lookAtAll(browser, filled, "/", "overview");
}, 240_000);
