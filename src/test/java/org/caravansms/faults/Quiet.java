package org.caravansms.faults;

/** Decides from count after count that nothing more will come. */
final class Quiet {
    private static final int WHILE_ALL_HAS_COME = 1;
    /** Longer than a message rests before its second try. */
    private static final int WHILE_SOMETHING_LACKS = 20;

    private DeliveryCount last;
    private int unchanged;

    boolean reached(DeliveryCount now) {
        unchanged = now.equals(last) ? unchanged + 1 : 0;
        last = now;
        return unchanged >= (now.lost().isEmpty() ? WHILE_ALL_HAS_COME : WHILE_SOMETHING_LACKS);
    }
}
