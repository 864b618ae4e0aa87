// A few questions, before the change and after it; each is answered once.
import { Alert, Button, Radio, Stack, Text, Textarea, Title, Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api, type Wire } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./welcome.module.css";

type Say = (key: string, values?: Record<string, string>) => string;

const REPEATED = ["never", "once", "often"] as const;
const CONFIDENCE = ["1", "2", "3", "4", "5"] as const;

/** What can be answered now; a word of thanks afterwards. */
export function Questions({ page, linkKey, say }: { page: Wire["CustomerPage"]; linkKey: string; say: Say }) {
  const [asks] = useState(page.asks);
  const send = api.useMutation("post", "/api/v1/welcome/{key}/answers");
  const [inTime, setInTime] = useState<string>();
  const [repeated, setRepeated] = useState<string>();
  const [confidence, setConfidence] = useState<string>();
  const [note, setNote] = useState("");
  if (asks === undefined || asks === null) return null;
  if (send.isSuccess) {
    return (
      <Alert color="teal" variant="light" role="status">
        {say("thanks")}
      </Alert>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = {
      in_time: inTime === undefined ? null : inTime === "yes",
      repeated: repeated ?? null,
      confidence: Number(confidence),
      note: note.trim() === "" ? null : note.trim(),
    };
    send.mutate({ params: { path: { key: linkKey } }, body: { moment: asks, answer } });
  };
  return (
    <form onSubmit={submit} className={classes.questions}>
      <Stack gap="lg">
        <div>
          <Title order={2}>{say(asks === "before" ? "ask.before" : "ask.after")}</Title>
          <Text c="dimmed" size="sm">
            {say("ask.lead")}
          </Text>
        </div>
        <ProblemAlert error={send.error} />
        <Radio.Group label={say("in_time")} value={inTime ?? null} onChange={setInTime}>
          <Group mt={6}>
            <Radio value="yes" label={say("yes")} />
            <Radio value="no" label={say("no")} />
          </Group>
        </Radio.Group>
        {asks === "before" ? null : (
          <Radio.Group label={say("repeated")} value={repeated ?? null} onChange={setRepeated}>
            <Group mt={6}>
              {REPEATED.map((word) => (
                <Radio key={word} value={word} label={say(`repeated.${word}`)} />
              ))}
            </Group>
          </Radio.Group>
        )}
        <Radio.Group label={say("confidence")} value={confidence ?? null} onChange={setConfidence} required withAsterisk={false}>
          <Group mt={6} gap="md">
            {CONFIDENCE.map((mark) => (
              <Radio key={mark} value={mark} label={mark === "1" || mark === "5" ? `${mark} · ${say(`confidence.${mark}`)}` : mark} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea label={say("note")} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={1000} autosize minRows={2} />
        <Group>
          <Button type="submit" loading={send.isPending} disabled={confidence === undefined}>
            {say("send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
