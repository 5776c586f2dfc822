package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.caravansms.smsc.CommandStatusTable.Entry;
import org.caravansms.smsc.CommandStatusTable.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and names are those of SMPP 3.4 section 5.1.3, written out here. */
class CommandStatusTableTest {

    private final CommandStatusTable table = CommandStatusTable.standard();

    @ParameterizedTest
    @CsvSource({"0x58, ESME_RTHROTTLED", "0x04, ESME_RINVBNDSTS"})
    void linkThatIsNotReadyShouldCostTheMessageNothing(String code, String name) {
        assertEquals(new Entry(name, Rule.PUT_BACK), table.get(Integer.decode(code)));
    }

    @ParameterizedTest
    @CsvSource({
        "0x08, ESME_RSYSERR",
        "0x14, ESME_RMSGQFUL",
        "0x64, ESME_RX_T_APPN",
        "0x66, ESME_RX_R_APPN",
        "0xFF, ESME_RUNKNOWNERR"
    })
    void troubleThatPassesShouldBeTriedAgain(String code, String name) {
        assertEquals(new Entry(name, Rule.RETRY), table.get(Integer.decode(code)));
    }

    @ParameterizedTest
    @CsvSource({
        "0x01, ESME_RINVMSGLEN",
        "0x0A, ESME_RINVSRCADR",
        "0x0B, ESME_RINVDSTADR",
        "0x15, ESME_RINVSERTYP",
        "0x33, ESME_RINVNUMDESTS",
        "0x34, ESME_RINVDLNAME",
        "0x43, ESME_RINVESMCLASS",
        "0x45, ESME_RSUBMITFAIL",
        "0x48, ESME_RINVSRCTON",
        "0x49, ESME_RINVSRCNPI",
        "0x50, ESME_RINVDSTTON",
        "0x51, ESME_RINVDSTNPI",
        "0x53, ESME_RINVSYSTYP",
        "0x54, ESME_RINVREPFLAG",
        "0x55, ESME_RINVNUMMSGS",
        "0x61, ESME_RINVSCHED",
        "0x62, ESME_RINVEXPIRY",
        "0x63, ESME_RINVDFTMSGID",
        "0x65, ESME_RX_P_APPN",
        "0xC0, ESME_RINVOPTPARSTREAM",
        "0xC1, ESME_ROPTPARNOTALLWD",
        "0xC2, ESME_RINVPARLEN",
        "0xC3, ESME_RMISSINGOPTPARAM",
        "0xC4, ESME_RINVOPTPARAMVAL",
        "0xFE, ESME_RDELIVERYFAILURE"
    })
    void refusalForGoodShouldFail(String code, String name) {
        assertEquals(new Entry(name, Rule.FAIL), table.get(Integer.decode(code)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x400, 0x480, 0x4FF})
    void codeOfAVendorShouldBeTriedAgain(int code) {
        assertEquals(Rule.RETRY, table.get(code).rule());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x4A, 0x4F, 0x7777, -1, Integer.MIN_VALUE})
    void unknownCodeShouldBeTriedAgain(int code) {
        assertEquals(new Entry("unknown command_status", Rule.RETRY), table.get(code));
    }
}
