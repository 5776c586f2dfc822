package org.caravansms.simulator;

import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;

/** The values of command_status and their names (SMPP 3.4 issue 1.2, section 5.1.3). */
public final class CommandStatus {
    public static final int ESME_ROK = 0x00;
    public static final int ESME_RINVMSGLEN = 0x01;
    public static final int ESME_RINVCMDLEN = 0x02;
    public static final int ESME_RINVCMDID = 0x03;
    public static final int ESME_RINVBNDSTS = 0x04;
    public static final int ESME_RALYBND = 0x05;
    public static final int ESME_RINVSRCADR = 0x0A;
    public static final int ESME_RINVDSTADR = 0x0B;
    public static final int ESME_RINVPASWD = 0x0E;
    public static final int ESME_RINVSYSID = 0x0F;
    public static final int ESME_RINVSERTYP = 0x15;
    public static final int ESME_RINVSYSTYP = 0x53;
    public static final int ESME_RTHROTTLED = 0x58;
    public static final int ESME_RINVSCHED = 0x61;
    public static final int ESME_RINVEXPIRY = 0x62;

    private static final String TABLE = """
            00 ESME_ROK              01 ESME_RINVMSGLEN       02 ESME_RINVCMDLEN         03 ESME_RINVCMDID
            04 ESME_RINVBNDSTS       05 ESME_RALYBND          06 ESME_RINVPRTFLG         07 ESME_RINVREGDLVFLG
            08 ESME_RSYSERR          0A ESME_RINVSRCADR       0B ESME_RINVDSTADR         0C ESME_RINVMSGID
            0D ESME_RBINDFAIL        0E ESME_RINVPASWD        0F ESME_RINVSYSID          11 ESME_RCANCELFAIL
            13 ESME_RREPLACEFAIL     14 ESME_RMSGQFUL         15 ESME_RINVSERTYP         33 ESME_RINVNUMDESTS
            34 ESME_RINVDLNAME       40 ESME_RINVDESTFLAG     42 ESME_RINVSUBREP         43 ESME_RINVESMCLASS
            44 ESME_RCNTSUBDL        45 ESME_RSUBMITFAIL      48 ESME_RINVSRCTON         49 ESME_RINVSRCNPI
            50 ESME_RINVDSTTON       51 ESME_RINVDSTNPI       53 ESME_RINVSYSTYP         54 ESME_RINVREPFLAG
            55 ESME_RINVNUMMSGS      58 ESME_RTHROTTLED       61 ESME_RINVSCHED          62 ESME_RINVEXPIRY
            63 ESME_RINVDFTMSGID     64 ESME_RX_T_APPN        65 ESME_RX_P_APPN          66 ESME_RX_R_APPN
            67 ESME_RQUERYFAIL       C0 ESME_RINVOPTPARSTREAM C1 ESME_ROPTPARNOTALLWD    C2 ESME_RINVPARLEN
            C3 ESME_RMISSINGOPTPARAM C4 ESME_RINVOPTPARAMVAL  FE ESME_RDELIVERYFAILURE   FF ESME_RUNKNOWNERR
            """;
    private static final Map<String, Integer> CODES = codes();

    private CommandStatus() {}

    private static Map<String, Integer> codes() {
        Map<String, Integer> codes = new TreeMap<>();
        Scanner words = new Scanner(TABLE);
        while (words.hasNext()) {
            int code = words.nextInt(16);
            codes.put(words.next(), code);
        }
        return codes;
    }

    /**
     * A command_status by its name or its code, hexadecimal after 0x.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static int parse(String text) {
        Integer code = CODES.get(text);
        try {
            return code == null ? requirePositive(Integer.decode(text)) : code;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a command_status is a code such as 0x58 or its name: " + text, e);
        }
    }

    private static int requirePositive(int code) {
        if (code < 0) {
            throw new NumberFormatException();
        }
        return code;
    }
}
