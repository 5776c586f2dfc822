package org.caravansms.simulator;

/**
 * The fate of binds at a {@link Simulator} that does not look at their credentials: they are refused or not answered
 * (SMPP 3.4 issue 1.2, section 4.1).
 *
 * @param commandStatus the status of their response; {@link #NO_ANSWER} for silence
 * @param first how many binds it meets; where there are several faults, the next one takes those that follow
 */
public record BindFault(int commandStatus, int first) {
    /** In place of a command_status: the bind is never answered. */
    public static final int NO_ANSWER = -1;

    private static final String FIRST = "first=";

    /** @throws IllegalArgumentException if one is out of range */
    public BindFault {
        if (commandStatus == CommandStatus.ESME_ROK) {
            throw new IllegalArgumentException("a bind cannot be refused with ESME_ROK");
        }
        if (first < 1) {
            throw new IllegalArgumentException("first must be at least 1: " + first);
        }
    }

    /** Reads {@code 0x0D} or {@code ESME_RBINDFAIL:first=3}. */
    static BindFault refusal(String text) {
        String[] parts = text.split(":", 2);
        int status = CommandStatus.parse(parts[0]);
        return new BindFault(status, parts.length == 1 ? Integer.MAX_VALUE : first(parts[1]));
    }

    /** Reads {@code first=3}; nothing for all binds. */
    static BindFault silence(String text) {
        return new BindFault(NO_ANSWER, text.isEmpty() ? Integer.MAX_VALUE : first(text));
    }

    private static int first(String text) {
        try {
            return Integer.parseInt(text.startsWith(FIRST) ? text.substring(FIRST.length()) : "");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("which binds it meets has the form first=3: " + text, e);
        }
    }

    /** The response to a bind; null where there is none. */
    Response response(Pdu bind) {
        return commandStatus == NO_ANSWER ? null : Response.bind(bind, commandStatus);
    }
}
