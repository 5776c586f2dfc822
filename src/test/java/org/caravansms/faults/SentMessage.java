package org.caravansms.faults;

/**
 * A message as its sender knows it.
 *
 * @param number the first word of the text, unique in a run
 * @param id what the report named it, empty without one
 */
record SentMessage(String number, String recipient, String text, Answer answer, String id) {

    /** What the sender may conclude: UNKNOWN where no answer came. */
    enum Answer {
        OK,
        REJECT,
        UNKNOWN
    }

    static SentMessage unanswered(String number, String recipient, String text) {
        return new SentMessage(number, recipient, text, Answer.UNKNOWN, "");
    }

    SentMessage accepted(String reportedId) {
        return new SentMessage(number, recipient, text, Answer.OK, reportedId);
    }

    SentMessage rejected() {
        return new SentMessage(number, recipient, text, Answer.REJECT, "");
    }
}
