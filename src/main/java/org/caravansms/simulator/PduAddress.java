package org.caravansms.simulator;

/**
 * A source or destination address as a {@link Simulator} found it in a PDU.
 *
 * @param ton the type of number (SMPP 3.4 issue 1.2, section 5.2.5)
 * @param npi the numbering plan indicator (section 5.2.6)
 * @param addr the address itself, at most 20 characters
 */
public record PduAddress(int ton, int npi, String addr) {
    private static final int SHORT = 6;

    /** An address with the numbers it has as a rule: international, a short code, or letters. */
    public static PduAddress of(String addr) {
        if (!addr.chars().allMatch(Character::isDigit)) {
            return new PduAddress(5, 0, addr);
        }
        return addr.length() <= SHORT ? new PduAddress(3, 0, addr) : new PduAddress(1, 1, addr);
    }
}
