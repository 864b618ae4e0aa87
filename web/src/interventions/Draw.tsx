// Lots: who begins and who is compared, half of the people or all of them in steps. The seed is kept, so that anybody can draw again.
import { Button, Group, NumberInput, SegmentedControl, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import { type Aimed, expectedOf } from "./fields";
import type { Choices } from "./types";

interface Props {
  aimed: Aimed;
  choices: Choices;
  people: string[];
  months: number;
}

/** The form. */
export function Draw({ aimed, choices, people, months: usual }: Props) {
  const { t } = useTranslation("interventions");
  const { number } = useFormats();
  const [name, setName] = useState("");
  const [because, setBecause] = useState("");
  const [start, setStart] = useState("");
  const [months, setMonths] = useState(usual);
  const [settle, setSettle] = useState(1);
  const [rollout, setRollout] = useState<"half" | "steps">("half");
  const [steps, setSteps] = useState(3);
  const [apart, setApart] = useState(2);
  const [seed, setSeed] = useState<number | "">("");
  const queries = useQueryClient();
  const go = useNavigate();
  const draw = api.useMutation("post", "/api/v1/interventions/draw", {
    onSuccess: async ({ id }) => {
      toastDone(t("draw.done"));
      await queries.invalidateQueries();
      await go({ to: "/redirect/$id", params: { id } as never });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draw.mutate({
      body: {
        name, kind: aimed.kind, aim: aimed.aim, outcome: aimed.outcome, expected: expectedOf(aimed, choices), start, months, settle_months: settle, because, people, months_apart: apart,
        ...(rollout === "steps" ? { steps } : {}), ...(seed === "" ? {} : { seed }),
      },
    });
  };
  return (
    <Panel title={t("draw")} lead={t("draw.lead")}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t("draw.rollout")} value={rollout} onChange={(value) => setRollout(value as "half")}
            data={[{ value: "half", label: t("draw.half") }, { value: "steps", label: t("draw.steps") }]}
          />
          <Text size="sm" c="dimmed">{t(rollout === "half" ? "draw.half.note" : "draw.steps.note", { people: number(people.length), half: number(Math.floor(people.length / 2)) })}</Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput label={t("field.name")} required withAsterisk={false} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <TextInput type="date" label={t("field.start")} required withAsterisk={false} value={start} onChange={(event) => setStart(event.currentTarget.value)} />
            <NumberInput label={t("draw.months")} min={1} max={48} allowDecimal={false} value={months} onChange={(value) => setMonths(Number(value) || 1)} />
            <NumberInput label={t("field.settle")} min={0} max={12} allowDecimal={false} value={settle} onChange={(value) => setSettle(Number(value) || 0)} />
            {rollout === "steps" ? (
              <>
                <NumberInput label={t("draw.steps.count")} min={2} max={12} allowDecimal={false} value={steps} onChange={(value) => setSteps(Number(value) || 2)} />
                <NumberInput label={t("draw.steps.apart")} min={1} max={12} allowDecimal={false} value={apart} onChange={(value) => setApart(Number(value) || 1)} />
              </>
            ) : null}
            <NumberInput label={t("draw.seed")} description={t("draw.seed.help")} min={1} max={999_999_999} allowDecimal={false} value={seed} onChange={(value) => setSeed(typeof value === "number" ? value : "")} />
          </SimpleGrid>
          <Textarea label={t("field.because")} autosize minRows={2} maxLength={1000} value={because} onChange={(event) => setBecause(event.currentTarget.value)} />
          <ProblemAlert error={draw.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={draw.isPending} disabled={name.trim() === "" || start === ""}>{t("draw.act")}</Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
