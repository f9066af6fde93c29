import { type Piece, piecesOf, type Slot, wordsOf } from "@amana/core/notices";
import { Fragment } from "react";
import type { Notice } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./notifications.module.css";

/** A notice in the page's language, with the order's number, the amount and the deadline that it tells of. */
export function NoticeText({ notice }: { notice: Notice }) {
  const { lang } = useLocale();
  const { dueAt, orderNumber } = notice.params;
  const { text, until } = wordsOf(lang, notice.key);
  return (
    <span>
      <Pieces text={text} params={notice.params} />
      {until !== null && dueAt ? (
        <>
          {" "}
          <Pieces text={until} params={notice.params} />
        </>
      ) : null}
      {orderNumber ? (
        <>
          {" "}
          <bdi dir="ltr" className={classes.number}>
            {orderNumber}
          </bdi>
        </>
      ) : null}
    </span>
  );
}

type Params = Notice["params"];

/** A text never says the same words twice in one place, so its pieces are told apart by where they stand. */
function Pieces({ text, params }: { text: string; params: Params }) {
  const pieces = piecesOf(text).map((piece, at) => ({ piece, key: `${at}` }));
  return pieces.map(({ piece, key }) => <Fragment key={key}>{shown(piece, params)}</Fragment>);
}

const shown = (piece: Piece, params: Params) => ("words" in piece ? piece.words : filled(piece.slot, params));

function filled(slot: Slot, params: Params) {
  switch (slot) {
    case "amount":
      return params.amount ? <Money value={params.amount} /> : null;
    case "dueAt":
      return params.dueAt ? <Moment at={params.dueAt} shape="short" /> : null;
    case "payoutsFrom":
      return params.payoutsFrom ? <Moment at={params.payoutsFrom} shape="short" /> : null;
    case "oldAccount":
    case "newAccount":
      return <bdi dir="ltr">{params[slot] ?? ""}</bdi>;
    case "name":
    case "count":
      return <bdi>{params[slot] ?? ""}</bdi>;
    default:
      return slot satisfies never;
  }
}
