import type { Dispute, Side } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { EvidenceCard } from "./evidence.tsx";

const SIDES: readonly Side[] = ["buyer", "seller"];

/** The two sides beside each other: what each asks for and last offered, and everything that each has put in. */
export function BothSides({ dispute, opens }: { dispute: Dispute; opens: boolean }) {
  return (
    <div className={classes.pair}>
      {SIDES.map((side) => (
        <OneSide key={side} side={side} dispute={dispute} opens={opens} />
      ))}
    </div>
  );
}

function OneSide({ side, dispute, opens }: { side: Side; dispute: Dispute; opens: boolean }) {
  const { t } = useTranslation();
  const pieces = dispute.evidence.filter((piece) => piece.side === side);
  const offer = dispute.offers.find(({ askedBy, what }) => askedBy === side && what === "settle");
  return (
    <Panel
      title={
        <>
          {t(`disputesDesk.side.${side}`)}: <bdi>{dispute[side].name}</bdi>
        </>
      }
    >
      <div className={classes.claim}>
        <p>
          {t("disputesDesk.offered")}:{" "}
          {offer?.refund ? (
            <strong>
              <Money value={offer.refund} /> {t("disputesDesk.backToBuyer")} ({t(`offer.state.${offer.state}`)})
            </strong>
          ) : (
            t("disputesDesk.noOffer")
          )}
        </p>
        <h3>{t("disputesDesk.pieces")}</h3>
        {pieces.length === 0 ? <p className={classes.soft}>{t("disputesDesk.nothing")}</p> : null}
        <ol className={classes.evidence}>
          {pieces.map((piece) => (
            <EvidenceCard key={piece.seq} piece={piece} dispute={dispute} opens={opens} />
          ))}
        </ol>
      </div>
    </Panel>
  );
}
