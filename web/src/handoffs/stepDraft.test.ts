// What proves a step is sent as its kind asks.
import { expect, test } from "vitest";
import { namesIn, stepActOf } from "./stepDraft";

const draft = { place: "drive/brief", on: "2026-06-10", with: "Elsa Ågren, 林志明、Jonas", name: "health", value: "green", reason: "They moved.", due: "2026-06-20", person: "7" };

test.each([
  ["document", { proof: "document", place: "drive/brief" }],
  ["meeting", { proof: "meeting", on: "2026-06-10", with: ["Elsa Ågren", "林志明", "Jonas"] }],
  ["field", { proof: "field", name: "health", value: "green" }],
  ["confirmation", { proof: "confirmation" }],
] as const)("%s", (kind, proof) => expect(stepActOf("finish", kind, draft)).toEqual({ act: "finish", proof }));

test("other acts say why", () => {
  expect(stepActOf("skip", "field", draft)).toEqual({ act: "skip", reason: "They moved." });
  expect(stepActOf("move", "field", draft)).toEqual({ act: "move", due: "2026-06-20", reason: "They moved." });
  expect(stepActOf("assign", "field", draft)).toEqual({ act: "assign", person: "7", country: null, reason: "They moved." });
});

test("names without a name between them are none", () => expect(namesIn(" , ；\n")).toEqual([]));
