package org.caravansms.smpp;

import java.util.Arrays;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/**
 * TON and NPI of an address, SMPP 3.4 sections 5.2.5 and 5.2.6.
 *
 * @param ton the type of number, such as 1 for international
 * @param npi the numbering plan, such as 1 for ISDN (E.164)
 */
public record TonNpi(byte ton, byte npi) {

    public TonNpi(int ton, int npi) {
        this((byte) ton, (byte) npi);
    }

    /** @return whether SMPP 3.4 names both; jSMPP sends no others */
    public boolean isStandard() {
        return isTon(ton) && isNpi(npi);
    }

    static boolean isTon(int value) {
        return Arrays.stream(TypeOfNumber.values()).anyMatch(ton -> ton.value() == value);
    }

    static boolean isNpi(int value) {
        return Arrays.stream(NumberingPlanIndicator.values()).anyMatch(npi -> npi.value() == value);
    }
}
