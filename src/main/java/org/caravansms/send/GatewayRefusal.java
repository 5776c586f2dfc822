package org.caravansms.send;

import java.util.Set;

/** A gateway has refused a request as a whole: nothing of it is sent. */
public final class GatewayRefusal extends RuntimeException {

    private static final int INVALID_LOGIN = 1157;
    private static final int RATE_LIMITED = 24;

    /** Queue unavailable, in doubt, busy, rate limited, too many logins, store unavailable, accepted but unreported. */
    private static final Set<Integer> TEMPORARY = Set.of(20, 22, 23, RATE_LIMITED, 25, 26, 28);

    private final int code;

    GatewayRefusal(int code, String text) {
        super(text);
        this.code = code;
    }

    static boolean isTemporary(int code) {
        return TEMPORARY.contains(code);
    }

    public boolean isOfLogin() {
        return code == INVALID_LOGIN;
    }

    boolean isTemporary() {
        return isTemporary(code);
    }

    /** A user's limit allows fewer messages in a request, or fewer now. */
    boolean isOfRate() {
        return code == RATE_LIMITED;
    }

    int code() {
        return code;
    }
}
