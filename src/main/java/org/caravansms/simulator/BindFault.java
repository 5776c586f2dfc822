package org.caravansms.simulator;

/**
 * What the SMSC for tests, demos and benchmarks does to binds instead of looking at their credentials: it refuses
 * them or leaves them without an answer (SMPP 3.4 issue 1.2, section 4.1).
 *
 * @param commandStatus what they are refused with; {@link #NO_ANSWER} for silence
 * @param first how many binds it meets; where there are several faults, the next one takes those that follow
 */
public record BindFault(int commandStatus, int first) {
    /** In place of a command_status: the bind is never answered. */
    public static final int NO_ANSWER = -1;

    private static final String FIRST = "first=";

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public BindFault {
        if (commandStatus == CommandStatus.ESME_ROK) {
            throw new IllegalArgumentException("a bind cannot be refused with ESME_ROK");
        }
        if (first < 1) {
            throw new IllegalArgumentException("first must be at least 1: " + first);
        }
    }

    /** All binds are refused. */
    public static BindFault refuse(int commandStatus) {
        return new BindFault(commandStatus, Integer.MAX_VALUE);
    }

    /** No bind is answered. */
    public static BindFault silent() {
        return new BindFault(NO_ANSWER, Integer.MAX_VALUE);
    }

    /** This fault for the first binds only. */
    public BindFault withFirst(int binds) {
        return new BindFault(commandStatus, binds);
    }

    /** Reads {@code 0x0D} or {@code ESME_RBINDFAIL:first=3}. */
    static BindFault parse(String text) {
        String[] parts = text.split(":", 2);
        BindFault all = refuse(StatusName.parse(parts[0]));
        return parts.length == 1 ? all : all.withFirst(parseFirst(parts[1]));
    }

    static int parseFirst(String text) {
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
