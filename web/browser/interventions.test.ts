// Redirect and Watch: what was tried and what came of it, planning and drawing a pilot, the question of splitting, the scorecard and its report.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ago } from "./acme";
import { done, main, PREPARE_MS, STORY_MS } from "./demo";
import { browse, expectAccessible, lookAtAll, open, picture, sameSite, serve, type Server, settled, signIn } from "./support";

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ demo: [] }), browse()]);
}, PREPARE_MS);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Short {
  id: string;
  name: string;
  state: string;
  verdict: string | null;
  splitting_at: string | null;
}

async function at(address: string): Promise<Page> {
  const page = await open(browser, server);
  await signIn(page);
  await page.goto(address);
  await settled(page);
  return page;
}

async function all(page: Page): Promise<Short[]> {
  return ((await (await page.request.get("/api/v1/interventions")).json()) as { items: Short[] }).items;
}


test("one worked, one did not and opened the question of splitting, one says not yet", async () => {
  const page = await at("/redirect");
  const items = await all(page);
  expect(items.map(({ state, verdict }) => verdict ?? state)).toEqual(["running", "worked", "did_not"]);
  await picture(page, "redirect-list");
  await expectAccessible(page, "the list");
  await main(page).getByRole("link", { name: "Protected mornings" }).click();
  await main(page).getByText("It worked:", { exact: false }).waitFor();
  await main(page).getByRole("heading", { name: "Why this answer" }).waitFor();
  await picture(page, "redirect-worked");
  await expectAccessible(page, "what worked");
  const running = items.find(({ state }) => state === "running");
  await page.goto(`/redirect/${running?.id}`);
  await settled(page);
  await main(page).getByText("Not yet: ask after", { exact: false }).waitFor();
  expect(await main(page).getByText("p = ").count()).toBe(0);
  await picture(page, "redirect-running");
  await expectAccessible(page, "what is running");
  const failed = items.find(({ verdict }) => verdict === "did_not");
  expect(failed?.splitting_at).not.toBeNull();
  await page.goto("/decide");
  await settled(page);
  await main(page).getByRole("link", { name: failed?.name ?? "" }).waitFor();
  await picture(page, "redirect-evidence");
  await done(page);
}, STORY_MS);

test("a pilot is planned, drawn by lot with its seed recorded, and given up with a reason", async () => {
  const page = await at("/redirect/pilot");
  await main(page).getByLabel("Expected change").fill("10");
  await main(page).getByRole("button", { name: "Calculate" }).click();
  await main(page).getByRole("heading", { name: "What a pilot would see" }).waitFor();
  await main(page).getByLabel("Name").fill("Coaching in pairs");
  await main(page).getByLabel("First day").fill(ago(-10));
  await main(page).getByLabel("Seed of the lots").fill("42");
  await picture(page, "redirect-pilot");
  await expectAccessible(page, "the planner");
  await main(page).getByRole("button", { name: "Draw lots" }).click();
  await main(page).getByText("Lots were drawn with seed 42.", { exact: false }).waitFor();
  await main(page).getByRole("button", { name: "Give up" }).click();
  await page.getByLabel("Why is it given up?").fill("The trainer left.");
  await page.getByRole("dialog").getByRole("button", { name: "Give up" }).click();
  await main(page).getByText("Because: The trainer left.").waitFor();
  await done(page);
}, STORY_MS);

test("a plan with chosen people is kept, locked on its day, and then cannot be changed", async () => {
  const page = await at("/redirect/new");
  await main(page).getByLabel("Name").fill("Shadowing");
  await main(page).getByLabel("Expected change").fill("5");
  await main(page).getByLabel("First day").fill(ago(0));
  await main(page).getByLabel("Last day").fill(ago(-190));
  await main(page).locator("fieldset").first().getByRole("checkbox").nth(1).check();
  await main(page).locator("fieldset").first().getByRole("checkbox").nth(2).check();
  await picture(page, "redirect-new");
  await expectAccessible(page, "the form");
  await main(page).getByRole("button", { name: "Save" }).click();
  await main(page).getByRole("button", { name: "Lock and begin" }).click();
  await main(page).getByText("Locked on", { exact: false }).waitFor();
  const kept = (await all(page)).find(({ name }) => name === "Shadowing");
  const changed = await page.request.put(`/api/v1/interventions/${kept?.id}`, {
    headers: sameSite,
    data: { version: 2, plan: { name: "Shadowing", kind: "training", aim: "crowd_out", start: ago(0), end: ago(-190), expected: 0.01, people: [] } },
  });
  expect(changed.status()).toBeGreaterThanOrEqual(409);
  await done(page);
}, STORY_MS);

test("the scorecard holds what came against what was promised, and prints on a page", async () => {
  const page = await at("/watch");
  await main(page).getByRole("heading", { name: "Against the plan" }).waitFor();
  await main(page).getByRole("heading", { name: "Needs somebody now" }).waitFor();
  await main(page).getByRole("heading", { name: "How pairs work together" }).waitFor();
  await picture(page, "watch");
  await expectAccessible(page, "the scorecard");
  await page.emulateMedia({ media: "print" });
  await page.getByText(/^1[23] months after the split$/).waitFor();
  await picture(page, "watch-print");
  await page.emulateMedia({ media: "screen" });
  await done(page);
}, STORY_MS);

test.each(["redirect-all", "redirect-one", "watch-all"])("%s in both languages, on every screen", async (name) => {
  const page = await at("/redirect");
  const worked = (await all(page)).find(({ verdict }) => verdict === "worked");
  const addresses: Record<string, string> = { "redirect-all": "/redirect", "redirect-one": `/redirect/${worked?.id}`, "watch-all": "/watch" };
  await page.context().close();
  await lookAtAll(browser, server, addresses[name] ?? "", name);
}, STORY_MS);
