// The customer's page: read without signing in, in the customer's language, answered once, and gone when it is taken back.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STORY_MS, visit } from "./demo";
import { browse, expectAccessible, expectNoErrors, expectNoSidewaysScroll, type Look, open, picture, sameSite, serve, type Server, settled, signIn } from "./support";

const PREPARE_MS = 240_000;
let server: Server;
let browser: Browser;
let staff: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([serve({ demo: ["--customers", "120"] }), browse()]);
  staff = await open(browser, server);
  await signIn(staff);
}, PREPARE_MS);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Handoffs {
  items: { id: string; state: string; receiver: { name: string } }[];
}

/** A handoff in this state. */
async function one(state: string): Promise<Handoffs["items"][number]> {
  const all = (await (await staff.request.get("/api/v1/handoffs?over=true")).json()) as Handoffs;
  const found = all.items.find((item) => item.state === state);
  if (found === undefined) throw new Error(`no handoff is ${state}`);
  return found;
}

/** A page of a handoff in this state. */
async function made(state: string, language: "en" | "zh-Hant"): Promise<{ id: string; key: string; page: string; receiver: string }> {
  const found = await one(state);
  const answer = await staff.request.post(`/api/v1/handoffs/${found.id}/customer-pages`, { data: { language, days: 30 }, headers: sameSite });
  expect(answer.status()).toBe(201);
  const { id: page, key } = (await answer.json()) as { id: string; key: string };
  return { id: found.id, key, page, receiver: found.receiver.name };
}

async function read(key: string, look: Look = {}): Promise<Page> {
  const page = await open(browser, server, look);
  await page.goto(`/welcome/${key}`);
  await settled(page);
  return page;
}

test("the customer reads who is coming, and answers once", async () => {
  const { id, key, receiver } = await made("introducing", "en");
  const page = await read(key);
  await page.getByRole("heading", { name: "Your new contact" }).waitFor();
  await page.getByText(receiver, { exact: true }).waitFor();
  expect(await page.getByRole("link", { name: "Put it into my calendar" }).getAttribute("href")).toBe(`/api/v1/welcome/${key}/introduction.ics`);
  const send = page.getByRole("button", { name: "Send" });
  expect(await send.isDisabled()).toBe(true);
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("radio", { name: "4", exact: true }).check();
  await page.getByRole("textbox").fill("We liked the first call.");
  await send.click();
  await page.getByText("Thank you. Your contacts have your answers.").waitFor();
  await page.reload();
  await settled(page);
  expect(await page.getByRole("button", { name: "Send" }).count()).toBe(0);
  const side = (await (await staff.request.get(`/api/v1/handoffs/${id}/customer-pages`)).json()) as { answers: { answer: { note: string } }[] };
  expect(side.answers.map((said) => said.answer.note)).toEqual(["We liked the first call."]);
  await page.context().close();
  expectNoErrors();
}, STORY_MS);

test("it speaks the customer's language on every device, and everybody can read it", async () => {
  for (const [state, language] of [["transferred", "zh-Hant"], ["preparing", "en"]] as const) {
    const { key } = await made(state, language);
    const looks: Required<Look>[] = [
      { language: "en", scheme: "light", width: 1440 },
      { language: "zh-Hant", scheme: "dark", width: 390 },
      { language: "en", scheme: "light", width: 390 },
    ];
    for (const look of looks) {
      const page = await read(key, look);
      const where = `welcome ${state} ${language} ${look.scheme} ${look.width}`;
      expect(await page.getAttribute("html", "lang")).toBe(language);
      await picture(page, where.replaceAll(" ", "-"));
      await expectNoSidewaysScroll(page, where);
      await expectAccessible(page, where);
      await page.context().close();
    }
  }
  expectNoErrors();
}, STORY_MS);

test("a page that was taken back says whom to ask", async () => {
  const { id, key, page: link } = await made("accepted", "en");
  expect((await staff.request.delete(`/api/v1/handoffs/${id}/customer-pages/${link}`, { headers: sameSite })).status()).toBe(204);
  const page = await read(key);
  await page.getByRole("heading", { name: "This page cannot be read any more" }).waitFor();
  await page.context().close();
  expectNoErrors();
}, STORY_MS);

/** Signs in as somebody of the demo company. */
/** A page of the demo company, seen by one of its people. */
function as(email: string, address: string, look?: Look): Promise<Page> {
  return visit(browser, server, email, address, look);
}

async function idOf(state: string): Promise<string> {
  return (await one(state)).id;
}

/** How whoever is called this signs in. */
async function emailOf(name: string): Promise<string> {
  const { items } = (await (await staff.request.get("/api/v1/users")).json()) as { items: { name: string; email: string }[] };
  const found = items.find((person) => person.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found.email;
}

test("whoever works on a handoff makes the page and takes it back; the receiver rates the brief", async () => {
  const overlapping = await idOf("overlapping");
  const page = await as("marcus.reed@acme.example", `/handoffs/${overlapping}?part=customer`);
  await page.getByText("The customer has no page yet.").waitFor();
  await page.getByRole("button", { name: "Make a page" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make a page" }).click();
  const address = await page.getByRole("textbox", { name: "Address for the customer" }).inputValue();
  expect(address).toMatch(/\/welcome\/[0-9a-f]{64}$/);
  await picture(page, "handoff-customer-made");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  const customer = await read(address.split("/").pop() ?? "");
  await customer.getByRole("heading", { name: "Your new contact" }).waitFor();
  await customer.context().close();
  await page.reload();
  await page.getByText("first read", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByText("taken back on", { exact: false }).waitFor();
  await page.context().close();

  const transferred = await one("transferred");
  const receiver = await as(await emailOf(transferred.receiver.name), `/handoffs/${transferred.id}?part=afterwards`);
  await receiver.getByRole("button", { name: "Rate the brief" }).click();
  await receiver.getByRole("radiogroup", { name: "People" }).getByText("4", { exact: true }).click();
  await receiver.getByRole("dialog").getByRole("button", { name: "Record" }).click();
  await receiver.getByText("4 / 5").waitFor();
  await receiver.getByText("Lost on the way", { exact: false }).waitFor();
  await receiver.context().close();
  expectNoErrors();
}, STORY_MS);

test("the customer's side and what comes afterwards for everybody", async () => {
  for (const [state, part] of [["introducing", "customer"], ["settled", "afterwards"]] as const) {
    const id = await idOf(state);
    for (const look of [{ width: 1440 }, { width: 390, language: "zh-Hant", scheme: "dark" }] as const) {
      const page = await as("marcus.reed@acme.example", `/handoffs/${id}?part=${part}`, look);
      const where = `handoff ${part} ${look.width}`;
      await picture(page, where.replaceAll(" ", "-"));
      await expectNoSidewaysScroll(page, where);
      await expectAccessible(page, where);
      await page.context().close();
    }
  }
  expectNoErrors();
}, STORY_MS);
