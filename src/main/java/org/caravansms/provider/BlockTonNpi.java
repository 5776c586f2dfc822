package org.caravansms.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caravansms.config.SettingBlock;
import org.caravansms.smpp.TonNpi;

/** The settings {@code ton-npi-*} of a block, SMPP 3.4 sections 5.2.5 and 5.2.6. */
final class BlockTonNpi {

    private static final int HIGHEST_OCTET = 255;
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

    private BlockTonNpi() {}

    /** @throws IllegalArgumentException naming the setting when it is missing or wrong */
    static TonNpi read(SettingBlock block, String setting) {
        Matcher form = FORM.matcher(block.mandatory(setting));
        boolean right = form.matches() && isOctet(form.group(1)) && isOctet(form.group(2));
        block.require(right, setting, "a TON and an NPI from 0 to " + HIGHEST_OCTET + ", such as 1/1");
        TonNpi kind = new TonNpi(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        block.require(kind.isStandard(), setting, "of SMPP 3.4: TON 0 to 6; NPI 0, 1, 3, 4, 6, 8, 9, 10, 14 or 18");
        return kind;
    }

    private static boolean isOctet(String digits) {
        return Integer.parseInt(digits) <= HIGHEST_OCTET;
    }
}
