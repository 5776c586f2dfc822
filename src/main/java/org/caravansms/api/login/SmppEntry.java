package org.caravansms.api.login;

import java.util.Arrays;
import java.util.List;
import org.caravansms.api.AddressRange;
import org.caravansms.api.SmppAccess;

/** Reads the keys {@code smpp}, {@code smpp-*} and {@code reassemble} of one user. */
record SmppEntry(UserEntry lines) {

    private static final String PASSWORD = "smpp-password";
    private static final String BINDS = "smpp-binds";
    private static final String WINDOW = "smpp-window";
    private static final String ADDRESSES = "smpp-addresses";
    private static final int USUAL_BINDS = 2;
    private static final int MOST_BINDS = 20;
    private static final int USUAL_WINDOW = 100;
    private static final int MOST_WINDOW = 10_000;

    /**
     * @return null when the user may not bind
     * @throws IllegalArgumentException naming the key that is wrong
     */
    SmppAccess access() {
        SmppAccess access = new SmppAccess(
                lines.hash(PASSWORD) == null ? lines.hash("password") : lines.hash(PASSWORD),
                lines.value(BINDS) == null ? USUAL_BINDS : lines.number(BINDS, MOST_BINDS),
                lines.value(WINDOW) == null ? USUAL_WINDOW : lines.number(WINDOW, MOST_WINDOW),
                lines.isOn("smpp-idempotent", false),
                lines.isOn("reassemble", false),
                addresses());
        return lines.isOn("smpp", false) ? access : null;
    }

    private List<AddressRange> addresses() {
        String value = lines.value(ADDRESSES);
        try {
            return value == null
                    ? List.of()
                    : Arrays.stream(value.split(",", -1))
                            .map(String::strip)
                            .map(AddressRange::of)
                            .toList();
        } catch (IllegalArgumentException e) {
            lines.require(false, ADDRESSES, "is not a list of IP addresses and ranges such as 10.0.0.0/8, with commas");
            throw e;
        }
    }
}
