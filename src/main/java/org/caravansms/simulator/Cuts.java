package org.caravansms.simulator;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections that are still to be cut, and for each of them its submit_sm. */
final class Cuts {
    private final int afterSubmits;
    private final AtomicInteger connectionsLeft;

    Cuts(Cut cut) {
        this.afterSubmits = cut.afterSubmits();
        this.connectionsLeft = new AtomicInteger(cut.connections());
    }

    /** These answers for one connection, which is cut when its turn comes. */
    Answers over(Answers answers) {
        return afterSubmits == 0 ? answers : new OneConnection(answers);
    }

    private final class OneConnection implements Answers {
        private final Answers answers;
        private int accepted;

        OneConnection(Answers answers) {
            this.answers = answers;
        }

        @Override
        public SubmitAnswer answer(SubmitSm submitSm) {
            SubmitAnswer answer = answers.answer(submitSm);
            return answer.isAccepted() && ++accepted == afterSubmits && isAnyLeft()
                    ? answer.withFate(ResponseFate.CUT)
                    : answer;
        }

        private boolean isAnyLeft() {
            return connectionsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }
}
