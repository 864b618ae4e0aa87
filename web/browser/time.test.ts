// Where the hours go: how much is known comes first, then weeks, people, one's own week, the rules.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browse, expectAccessible, expectNoErrors, expectNoSidewaysScroll, lookAtAll, open, picture, sameSite, type Server, serve, settled, signIn } from "./support";

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ demo: [] }), browse()]);
  page = await open(browser, server);
  await signIn(page);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Time {
  from: string;
  to: string;
  coverage: { share: number; hours_recorded: number; sources: { source: string; hours: number }[] };
  weeks: { week: string; categories: Record<string, number> }[];
  people: { seller: { id: string; name: string }; hours_recorded: number }[];
}

async function time(of: Page, query = ""): Promise<Time> {
  return (await of.request.get(`/api/v1/time${query}`)).json() as Promise<Time>;
}

/** Signs in as a seller of the demo company. */
async function asDaniel(width: 1440 | 390 = 1440): Promise<Page> {
  const own = await open(browser, server, { width });
  const answer = await own.request.post("/api/v1/session", { data: { email: "daniel.keller@acme.example", password: "tandem-demo" }, headers: sameSite });
  expect(answer.status()).toBe(200);
  return own;
}

const main = () => page.getByRole("main");

test("coverage comes before everything that stands on it", async () => {
  await page.goto("/time");
  await settled(page);
  expect(await main().getByRole("heading", { level: 2 }).first().textContent()).toBe("How much of the time is known");
  const { coverage } = await time(page);
  expect(coverage.share).toBeGreaterThan(0);
  await main().getByText(`${Math.round(coverage.share * 100)}%`, { exact: true }).waitFor();
  const bar = await main().getByRole("img", { name: /recorded: .* with an assumed length/ }).getAttribute("aria-label");
  expect(bar).toContain(Math.round(coverage.hours_recorded).toLocaleString("en"));
  await main().getByText("Recorded, length assumed").waitFor();
  expectNoErrors();
});

test("the picture has a table with the server's numbers, by class and by kind of work", async () => {
  const weeks = main().getByRole("region", { name: "The team by week" }).first();
  await weeks.getByText("Kind of work", { exact: true }).click();
  await page.waitForURL(/by=category/);
  await weeks.getByRole("listitem").filter({ hasText: "New business" }).waitFor();
  await weeks.getByText("Table", { exact: true }).click();
  const found = await time(page);
  const rows = weeks.locator("tbody tr");
  expect(await rows.count()).toBe(found.weeks.length);
  const shown = await rows.first().locator("td").nth(1).textContent();
  const value = found.weeks[0]?.categories["new_business"] ?? 0;
  expect(shown).toContain(String(value < 10 ? value : Math.round(value)));
  await weeks.getByText("Picture", { exact: true }).click();
  await weeks.getByText("Share", { exact: true }).click();
  await page.waitForURL(/as=share/);
  await expectAccessible(page, "time by kind of work");
  expectNoErrors();
});

test("the period is in the address and survives a reload", async () => {
  await main().getByText("13 weeks", { exact: true }).click();
  await page.waitForURL(/weeks=13/);
  await page.reload();
  await settled(page);
  const found = await time(page);
  const last = await page.getByLabel("Last day").inputValue();
  expect(new Date(last).getTime()).toBe(new Date(found.to).getTime() - 86_400_000);
  const first = await page.getByLabel("First day").inputValue();
  expect(new Date(found.to).getTime() - new Date(first).getTime()).toBe(13 * 7 * 86_400_000);
  await page.getByLabel("First day").fill(found.from);
  await page.getByLabel("First day").blur();
  await page.waitForURL(new RegExp(`from=${found.from}`));
  expect(page.url()).not.toContain("weeks=");
  expectNoErrors();
});

test("a name opens that person's weeks, in the same period; the table sorts by keyboard", async () => {
  await page.goto("/time?weeks=52");
  await settled(page);
  const people = main().getByRole("table", { name: "Hours of each person" });
  const sort = people.getByRole("button", { name: "Hard" });
  await sort.focus();
  await page.keyboard.press("Enter");
  expect(await people.getByRole("columnheader", { name: "Hard" }).getAttribute("aria-sort")).toBe("descending");
  const link = people.locator("tbody a").first();
  const name = (await link.textContent()) ?? "";
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/time\/people\/\d+\?weeks=52/);
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await settled(page);
  await picture(page, "time-person-year");
  expect(await main().getByRole("heading", { level: 2, name: "Week by week" }).isVisible()).toBe(true);
  await main().getByRole("link", { name: "Time", exact: true }).click();
  await page.waitForURL(/\/time\?weeks=52/);
  expectNoErrors();
});

test("a seller reports a week: the sum is in sight, too much is refused, it is there again and counts", async () => {
  const own = await asDaniel();
  await own.goto("/time/report");
  await settled(own);
  await own.getByText("You have not reported this week yet.").waitFor();
  await own.getByLabel("New business").fill("12.5");
  await own.getByLabel("Service").fill("20");
  await own.getByRole("status").filter({ hasText: "32.5h in all" }).or(own.getByRole("status").filter({ hasText: "33h in all" })).waitFor();
  await own.getByLabel("Internal").fill("150");
  await own.getByText(/more than a week has/).waitFor();
  expect(await own.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
  await own.getByLabel("Internal").fill("4");
  await expectAccessible(own, "report");
  await own.getByRole("button", { name: "Send" }).click();
  await own.getByText("Your week is reported.").waitFor();
  await own.reload();
  await settled(own);
  await own.getByText("You have reported this week; sending again replaces it.").waitFor();
  expect(await own.getByLabel("New business").inputValue()).toContain("12.5");
  const { coverage } = await time(own);
  expect(coverage.sources.find((source) => source.source === "self_reports")?.hours).toBe(36.5);
  await own.goto("/time");
  await settled(own);
  await own.getByText(/reported weeks/).first().waitFor();
  await own.context().close();
  expectNoErrors();
});

test("who is no seller is told so, and cannot report", async () => {
  await page.goto("/time/report");
  await page.getByText("Only sellers report their time").waitFor();
  expect(await page.getByRole("button", { name: "Send" }).count()).toBe(0);
  expectNoErrors();
});

test("the rules are readable by all, and lead on to the settings only those who may change them", async () => {
  await page.goto("/time");
  await settled(page);
  await page.getByRole("link", { name: "The rules behind it" }).click();
  await page.getByRole("heading", { level: 1, name: "Which time is what" }).waitFor();
  await settled(page);
  expect(await main().getByText("it belongs to an opportunity for new business").isVisible()).toBe(true);
  expect(await main().getByRole("link", { name: "Change in the settings" }).count()).toBe(1);
  const own = await asDaniel(390);
  await own.goto("/time/rules");
  await settled(own);
  expect(await own.getByRole("link", { name: "Change in the settings" }).count()).toBe(0);
  await expectNoSidewaysScroll(own, "rules on a phone");
  await own.context().close();
  expectNoErrors();
});

test("the pages of time for everybody", async () => {
  const found = await time(page);
  const busiest = [...found.people].sort((one, other) => other.hours_recorded - one.hours_recorded)[0];
  await lookAtAll(browser, server, "/time", "time");
  await lookAtAll(browser, server, `/time/people/${busiest?.seller.id ?? ""}?by=category`, "time-person");
  await lookAtAll(browser, server, "/time/rules", "time-rules");
}, 240_000);
