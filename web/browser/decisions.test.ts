// Decisions about units: gray cases answered, what is missing stated, exceptions made and withdrawn, and what a seller may.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ago } from "./acme";
import { ask, done, main, PREPARE_MS, STORY_MS, visit } from "./demo";
import { browse, expectAccessible, lookAtAll, open, picture, sameSite, serve, type Server, settled, signIn } from "./support";

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ demo: ["--customers", "120"] }), browse()]);
}, PREPARE_MS);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function at(address: string): Promise<Page> {
  const page = await open(browser, server);
  await signIn(page);
  await page.goto(address);
  await settled(page);
  return page;
}

/** Signs in as somebody of the demo company. */
/** A page of the demo company, seen by one of its people. */
function as(email: string, address: string): Promise<Page> {
  return visit(browser, server, email, address);
}

interface Versions {
  versions: { document: string }[];
}
interface Moves {
  moves: { unit: { id: string; name: string }; customer: { id: string; name: string }; rule: string | null; receiver: { name: string } | null }[];
}
interface Cases {
  total: number;
  items: { unit: { id: string; name: string }; customer: { id: string; name: string }; rule: string; missing: string[]; arr: number }[];
}
interface Decision {
  answer: string;
  rule: string | null;
  exceptions: { state: string; reason: string; question: string | null }[];
  facts: { name: string; value: unknown }[];
}

const trial = (page: Page) => page.getByRole("region", { name: "What it would do today" });

test("a gray case is answered where it stands", async () => {
  const page = await at("/rules/gray-cases");
  const found = await ask<Cases>(page, "/rules/gray-cases");
  await main(page).getByRole("heading", { name: `${found.total} gray cases` }).waitFor();
  const [first] = found.items;
  if (first === undefined) throw new Error("the demo company has gray cases");
  const name = `${first.customer.name}, ${first.unit.name}`;
  const card = main(page).getByRole("listitem", { name, exact: true });
  await card.getByRole("button", { name: `Keep ${name}` }).click();
  expect(await card.getByLabel("Until").inputValue()).toBe(ago(-90));
  await card.getByLabel("Reason").fill("併購尚未完成");
  await card.getByRole("button", { name: `Why? ${name}` }).click();
  await card.getByRole("heading", { name: "What would change it" }).waitFor();
  await picture(page, "rules-gray-answer");
  await expectAccessible(page, "answering a gray case");
  await card.getByRole("button", { name: "Decide", exact: true }).click();
  await main(page).getByRole("heading", { name: `${found.total - 1} gray case` }).waitFor();
  const decision = await ask<Decision>(page, `/units/${first.unit.id}/decision`);
  expect(decision.answer).toBe("keep");
  expect(decision.exceptions[0]).toMatchObject({ state: "standing", reason: "併購尚未完成", question: first.rule });
  await done(page);
}, STORY_MS);

test("what is missing of a gray case is stated where it is asked for", async () => {
  const page = await at("/customers");
  const { unit, customer } = await moved(page);
  const taken = await page.request.post(`/api/v1/units/${unit.id}/facts`, { data: { fact: "open_escalations", value: null }, headers: sameSite });
  expect(taken.status()).toBe(204);
  await page.goto("/rules/gray-cases");
  await settled(page);
  const card = main(page).getByRole("listitem", { name: `${customer.name}, ${unit.name}`, exact: true });
  await card.getByText("“forty-percent” would hand off, but a hold cannot be decided: escalated.", { exact: false }).waitFor();
  await card.getByRole("textbox", { name: "Number of open escalations", exact: true }).fill("0");
  await picture(page, "rules-gray-missing");
  await expectAccessible(page, "stating what is missing");
  await card.getByRole("button", { name: "State", exact: true }).click();
  await expect.poll(() => card.count()).toBe(0);
  expect((await ask<Decision>(page, `/units/${unit.id}/decision`)).answer).toBe("hand_off");
  await done(page);
}, STORY_MS);

/** A unit that the demo company's rules hand off at forty percent. */
async function moved(page: Page): Promise<Moves["moves"][number]> {
  const document = (await ask<Versions>(page, "/rules")).versions[0]?.document;
  const tried = (await (await page.request.post("/api/v1/rules/try", { data: { document }, headers: sameSite })).json()) as Moves;
  const move = tried.moves.find(({ rule, receiver }) => rule === "forty-percent" && receiver !== null);
  if (move === undefined) throw new Error("the demo company hands off at forty percent");
  return move;
}

test("the decision about a unit is explained; a fact is stated; it is decided otherwise and taken back", async () => {
  const page = await at("/customers");
  const move = await moved(page);
  await page.goto(`/customers/${move.customer.id}`);
  await settled(page);
  const panel = page.getByRole("region", { name: "Hand off or keep" });
  const card = panel.getByRole("listitem", { name: move.unit.name, exact: true });
  await card.getByText("By the rule “forty-percent”.", { exact: false }).waitFor();
  await card.getByText(`It would pass to ${move.receiver?.name}`, { exact: false }).waitFor();
  const why = card.getByRole("button", { name: `Why? ${move.unit.name}` });
  if ((await why.count()) > 0) await why.click();
  await card.getByText(/penetration is at least 40% \(penetration: \d+(\.\d+)?%, since .+\)/).waitFor();
  await card.getByText("If health were red: keep.").waitFor();
  await picture(page, "rules-decision");
  await expectAccessible(page, "a decision");

  await card.getByRole("button", { name: `State a fact of ${move.unit.name}` }).click();
  const window = page.getByRole("dialog");
  await window.getByRole("combobox", { name: "Fact" }).click();
  await page.getByRole("option", { name: /^Health/ }).click();
  await window.getByRole("combobox", { name: "Health" }).click();
  await page.getByRole("option", { name: "red" }).click();
  await expectAccessible(page, "stating a fact");
  await window.getByRole("button", { name: "State", exact: true }).click();
  await card.getByText("Held back: An unhappy customer is not a reason to hand off.").waitFor();
  expect((await ask<Decision>(page, `/units/${move.unit.id}/decision`)).facts.find(({ name }) => name === "health")?.value).toBe("red");

  await card.getByRole("button", { name: `Decide otherwise about ${move.unit.name}` }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("They asked for it.");
  await picture(page, "rules-decide");
  await page.getByRole("dialog").getByRole("button", { name: "Decide", exact: true }).click();
  await card.getByText("A person decided. The rules by themselves say: Keep.").waitFor();
  await page.goto("/rules/exceptions");
  await settled(page);
  const row = page.getByRole("row", { name: /They asked for it/ });
  await row.getByText("stands against the rules").waitFor();
  await row.getByRole("button", { name: /Withdraw the decision/ }).click();
  await row.getByText("Withdrawn", { exact: true }).waitFor();
  expect((await ask<Decision>(page, `/units/${move.unit.id}/decision`)).answer).toBe("keep");
  await done(page);
}, STORY_MS);

test("a seller reads the rules and the own decisions, and is told who tries, adopts and decides", async () => {
  const page = await as("daniel.keller@acme.example", "/rules");
  await main(page).getByText("If penetration is at least 40%:").waitFor();
  expect(await page.getByText("Rule by rule").count()).toBe(0);
  await page.getByRole("link", { name: "Editor" }).click();
  await page.getByRole("button", { name: "Begin with “Enterprise”" }).click();
  await trial(page).getByText("sales managers and sales operations do it", { exact: false }).waitFor();
  await trial(page).getByText("Adopting a guideline is for administrators", { exact: false }).waitFor();
  expect(await page.getByRole("button", { name: "Adopt…" }).count()).toBe(0);
  await expectAccessible(page, "the editor of a seller");
  await page.getByRole("link", { name: "Gray cases" }).click();
  await main(page).getByRole("heading", { name: "Gray cases are answered by sales managers" }).waitFor();
  const own = await ask<{ items: { id: string }[] }>(page, "/customers?sort=arr&limit=1");
  await page.goto(`/customers/${own.items[0]?.id}`);
  await settled(page);
  const panel = page.getByRole("region", { name: "Hand off or keep" });
  await panel.getByRole("listitem").first().getByRole("button", { name: /^State a fact/ }).waitFor();
  expect(await panel.getByRole("button", { name: /^(Decide otherwise|Answer) about/ }).count()).toBe(0);
  await done(page);
}, STORY_MS);

test("gray cases and exceptions for everybody", async () => {
  await lookAtAll(browser, server, "/rules/gray-cases", "rules-gray");
  await lookAtAll(browser, server, "/rules/exceptions", "rules-exceptions");
}, 200_000);
