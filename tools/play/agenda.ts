/** What somebody does, one step at a time; each step answers after how many milliseconds the next one comes. */
export type Doing = AsyncGenerator<number, void>;

type Planned = { readonly at: number; readonly doing: Doing; readonly name: string };

export type Agenda = {
  readonly plan: (at: number, name: string, doing: Doing) => void;
  /** Does everything in the order of time until then. What is not over stays as it is: that is what a furnished place looks like. */
  readonly until: (end: number) => Promise<void>;
};

export type Time = { readonly now: () => number; readonly reach: (moment: number) => Promise<void> };

/** Many doings on one clock. One that fails ends alone and is told. */
export function agendaOn(time: Time, onFailure: (name: string, error: unknown) => void): Agenda {
  const planned: Planned[] = [];
  const plan = (entry: Planned): void => {
    const place = planned.findLastIndex(({ at }) => at <= entry.at) + 1;
    planned.splice(place, 0, entry);
  };
  const step = async ({ name, doing }: Planned): Promise<void> => {
    try {
      const { done, value } = await doing.next();
      if (!done) plan({ at: time.now() + value, name, doing });
    } catch (error) {
      onFailure(name, error);
    }
  };
  return {
    plan: (at, name, doing) => plan({ at, name, doing }),
    async until(end) {
      for (let next = planned[0]; next && next.at <= end; next = planned[0]) {
        planned.shift();
        await time.reach(next.at);
        await step(next);
      }
      await time.reach(end);
    },
  };
}
