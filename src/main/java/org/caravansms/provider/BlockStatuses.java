package org.caravansms.provider;

import java.util.Map;
import org.caravansms.config.SettingBlock;
import org.caravansms.smpp.CommandStatusTable;

/** The rules {@code status.<code>} of a block, which override the standard ones, SMPP 3.4 section 5.1.3. */
final class BlockStatuses {

    private static final String PREFIX = "status.";
    private static final long HIGHEST_CODE = 0xFFFF_FFFFL;

    private BlockStatuses() {}

    /** @throws IllegalArgumentException naming the one that is wrong */
    static CommandStatusTable read(SettingBlock block) {
        CommandStatusTable table = CommandStatusTable.standard();
        for (String setting : block.beginningWith(PREFIX)) {
            int code = code(block, setting);
            try {
                table = table.with(Map.of(code, block.text(setting)));
            } catch (IllegalArgumentException e) {
                block.require(false, setting, "\"<rule>\" or \"<name> <rule>\": " + e.getMessage());
            }
        }
        return table;
    }

    private static int code(SettingBlock block, String setting) {
        String text = setting.substring(PREFIX.length());
        boolean right = text.matches("0[xX][0-9a-fA-F]{1,8}|[1-9][0-9]{0,9}");
        long code = right ? Long.decode(text) : 0;
        if (code < 1 || code > HIGHEST_CODE) {
            throw new IllegalArgumentException(
                    "Setting " + block.key(setting) + " is for no command_status, such as 0x58 or 88");
        }
        return (int) code;
    }
}
