// The search: what is typed goes into the address a moment later, but not the letters from which a Chinese word is still being composed.
import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import Search from "lucide-react/icons/search";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./customers.module.css";

const WAIT_MS = 200;

/** The search of a list. */
export function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation("customers");
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== seen) {
    // Another view or the way back changed the address; one's own search coming back must not take away what was typed since.
    setSeen(value);
    if (value !== sent) {
      setText(value);
      setSent(value);
    }
  }
  const send = (given: string) => {
    const wanted = given.trim();
    setSent(wanted);
    onChange(wanted);
  };
  const sendLater = useDebouncedCallback(send, WAIT_MS);
  return (
    <TextInput
      className={classes.search}
      type="search"
      role="searchbox"
      aria-label={t("search")}
      placeholder={t("search.hint")}
      value={text}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={text === "" ? null : <CloseButton size="sm" aria-label={t("search.clear")} onClick={() => (setText(""), sendLater.cancel(), send(""))} />}
      onChange={(event) => {
        setText(event.currentTarget.value);
        if (!(event.nativeEvent as InputEvent).isComposing) sendLater(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => sendLater(event.currentTarget.value)}
      maxLength={200}
    />
  );
}
