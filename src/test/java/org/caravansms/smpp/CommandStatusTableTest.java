package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.caravansms.smpp.CommandStatusTable.Entry;
import org.caravansms.smpp.CommandStatusTable.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and names are those of SMPP 3.4 section 5.1.3, written out here. */
class CommandStatusTableTest {

    private final CommandStatusTable table = CommandStatusTable.standard();

    /** One row for each of the contract's classes that are not final. */
    @ParameterizedTest
    @CsvSource({
        "0x58, ESME_RTHROTTLED, THROTTLE",
        "0x14, ESME_RMSGQFUL, DELAY",
        "0x08, ESME_RSYSERR, RETRY",
        "0x64, ESME_RX_T_APPN, RETRY",
        "0x66, ESME_RX_R_APPN, RETRY",
        "0x102, ESME_RSERTYPUNAVAIL, RETRY",
        "0xFF, ESME_RUNKNOWNERR, RETRY_ONCE",
        "0x04, ESME_RINVBNDSTS, REBIND",
        "0x05, ESME_RALYBND, BACK_OFF",
        "0x0D, ESME_RBINDFAIL, BACK_OFF",
        "0x0E, ESME_RINVPASWD, ALARM",
        "0x0F, ESME_RINVSYSID, ALARM"
    })
    void troubleThatPassesShouldHaveItsRule(String code, String name, Rule rule) {
        assertEquals(new Entry(name, rule), table.get(Integer.decode(code)));
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
    @ValueSource(ints = {0x4A, 0x4F, -1, Integer.MIN_VALUE})
    void unknownCodeShouldBeTriedAgain(int code) {
        assertEquals(new Entry("unknown command_status", Rule.RETRY), table.get(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x100, 0x103, 0x10D, 0x3FF, 0x500, 0x7777})
    void codeOfANewerSmppShouldFail(int code) {
        assertEquals(Rule.FAIL, table.get(code).rule());
    }

    @Test
    void providerShouldOverrideARuleOrNameAVendorsCode() {
        CommandStatusTable own = table.with(Map.of(0x14, "fail", 0x410, "ACME_BARRED fail"));
        assertEquals(new Entry("ESME_RMSGQFUL", Rule.FAIL), own.get(0x14));
        assertEquals(new Entry("ACME_BARRED", Rule.FAIL), own.get(0x410));
        assertEquals(table.get(0x58), own.get(0x58));
        assertEquals(own, table.with(Map.of(0x410, "ACME_BARRED fail", 0x14, "fail")));
    }

    @Test
    void unknownRuleShouldBeRefusedWithThoseThereAre() {
        Map<Integer, String> lines = Map.of(0x14, "explode");
        String message = assertThrows(IllegalArgumentException.class, () -> table.with(lines))
                .getMessage();
        assertEquals("throttle, delay, retry, retry-once, rebind, fail, back-off, alarm", message);
    }
}
