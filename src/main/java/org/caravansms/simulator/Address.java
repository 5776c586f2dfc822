package org.caravansms.simulator;

/**
 * A source or destination address as the SMSC for tests, demos and benchmarks found it in a PDU.
 *
 * @param ton the type of number (SMPP 3.4 issue 1.2, section 5.2.5)
 * @param npi the numbering plan indicator (section 5.2.6)
 * @param addr the address itself, at most 20 characters
 */
public record Address(int ton, int npi, String addr) {
    private static final int SHORT = 6;

    /** An address with the numbers it has as a rule: international, a short code, or letters. */
    public static Address of(String addr) {
        if (!addr.chars().allMatch(Character::isDigit)) {
            return new Address(5, 0, addr);
        }
        return addr.length() <= SHORT ? new Address(3, 0, addr) : new Address(1, 1, addr);
    }
}
