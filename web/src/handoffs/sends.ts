// Sending acts. After every answer, good or bad, what is shown is asked for again, so that whoever lost a race sees what is there now.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { isStatus } from "../api/problem";
import { toastDone } from "../shared/toast";
import { newSince } from "./race";
import type { Act, ActRecord, BriefAct, Evidence, Handoff, StepAct } from "./types";

/** What a form needs of an act that it sends. */
export interface Sending<What> {
  send: (what: What, done: string) => void;
  isPending: boolean;
  error: unknown;
  /** What others did between the version that was seen and the refusal. */
  meanwhile: readonly ActRecord[];
  clear: () => void;
}

// The document calls acts objects; their shapes are in `types`.
type Body = Record<string, never>;

function useRefresh(id: string) {
  const queries = useQueryClient();
  return async (): Promise<Handoff | undefined> => {
    await queries.invalidateQueries();
    const options = api.queryOptions("get", "/api/v1/handoffs/{id}", { params: { path: { id } } });
    return queries.getQueryData(options.queryKey) as unknown as Handoff | undefined;
  };
}

function useDone() {
  const { t } = useTranslation("handoffs");
  return (data: { already_done: boolean } | undefined, done: string) => toastDone(data?.already_done === true ? t("done.already") : done);
}

/** Acts with a handoff. */
export function useAct(handoff: Handoff, onDone: () => void): Sending<Act> {
  const refresh = useRefresh(handoff.id);
  const tell = useDone();
  const [meanwhile, setMeanwhile] = useState<readonly ActRecord[]>([]);
  const seen = useRef(handoff.handoff.version);
  const said = useRef("");
  const act = api.useMutation("post", "/api/v1/handoffs/{id}/acts", {
    onSuccess: async (data) => {
      tell(data, said.current);
      onDone();
      await refresh();
    },
    onError: async (error) => {
      const now = isStatus(error, 409) ? await refresh() : undefined;
      setMeanwhile(now === undefined ? [] : newSince(now.handoff, seen.current));
    },
  });
  const send = (what: Act, done: string) => {
    said.current = done;
    seen.current = handoff.handoff.version;
    setMeanwhile([]);
    act.mutate({ params: { path: { id: handoff.id } }, body: { act: what as unknown as Body, version: handoff.handoff.version } });
  };
  const clear = () => {
    setMeanwhile([]);
    act.reset();
  };
  return { send, isPending: act.isPending, error: act.error, meanwhile, clear };
}

/** Acts with one step. */
export function useStepAct(handoff: Handoff, step: { id: string; version: number }, onDone: () => void): Sending<StepAct> {
  const refresh = useRefresh(handoff.id);
  const tell = useDone();
  const said = useRef("");
  const act = api.useMutation("post", "/api/v1/handoffs/{id}/steps/{step}", {
    onSuccess: async (data) => {
      tell(data, said.current);
      onDone();
      await refresh();
    },
    onError: () => void refresh(),
  });
  const send = (what: StepAct, done: string) => {
    said.current = done;
    act.mutate({ params: { path: { id: handoff.id, step: step.id } }, body: { act: what as unknown as Body, version: step.version } });
  };
  return { send, isPending: act.isPending, error: act.error, meanwhile: [], clear: act.reset };
}

/** Acts with the brief. */
export function useBriefAct(handoff: Handoff, onDone: () => void): Sending<BriefAct> {
  const refresh = useRefresh(handoff.id);
  const tell = useDone();
  const said = useRef("");
  const act = api.useMutation("post", "/api/v1/handoffs/{id}/brief", {
    // The form closes with what is new in place, so that the next field is written from the version that there is.
    onSuccess: async (data) => {
      await refresh();
      tell(data, said.current);
      onDone();
    },
    onError: () => void refresh(),
  });
  const send = (what: BriefAct, done: string) => {
    said.current = done;
    act.mutate({ params: { path: { id: handoff.id } }, body: { act: what as unknown as Body, version: handoff.brief.version } });
  };
  return { send, isPending: act.isPending, error: act.error, meanwhile: [], clear: act.reset };
}

/** What gates look at. */
export function useEvidence(handoff: Handoff, onDone: () => void): Sending<Evidence> {
  const refresh = useRefresh(handoff.id);
  const said = useRef("");
  const add = api.useMutation("post", "/api/v1/handoffs/{id}/evidence", {
    onSuccess: async () => {
      toastDone(said.current);
      onDone();
      await refresh();
    },
  });
  const send = (what: Evidence, done: string) => {
    said.current = done;
    add.mutate({ params: { path: { id: handoff.id } }, body: { said: what as unknown as Body } });
  };
  return { send, isPending: add.isPending, error: add.error, meanwhile: [], clear: add.reset };
}
