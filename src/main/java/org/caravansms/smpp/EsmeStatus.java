package org.caravansms.smpp;

/** The command_status values that the server side answers with, by their names in SMPP 3.4 section 5.1.3. */
public enum EsmeStatus {
    ESME_ROK(0x00),
    ESME_RINVMSGLEN(0x01),
    ESME_RINVCMDLEN(0x02),
    ESME_RINVCMDID(0x03),
    ESME_RINVBNDSTS(0x04),
    ESME_RALYBND(0x05),
    ESME_RINVPRTFLG(0x06),
    ESME_RSYSERR(0x08),
    ESME_RINVSRCADR(0x0A),
    ESME_RINVDSTADR(0x0B),
    ESME_RINVMSGID(0x0C),
    ESME_RBINDFAIL(0x0D),
    ESME_RINVPASWD(0x0E),
    ESME_RINVSYSID(0x0F),
    ESME_RCANCELFAIL(0x11),
    ESME_RREPLACEFAIL(0x13),
    ESME_RMSGQFUL(0x14),
    ESME_RINVSERTYP(0x15),
    ESME_RINVNUMDESTS(0x33),
    ESME_RINVDLNAME(0x34),
    ESME_RINVESMCLASS(0x43),
    ESME_RSUBMITFAIL(0x45),
    ESME_RINVSYSTYP(0x53),
    ESME_RTHROTTLED(0x58),
    ESME_RINVSCHED(0x61),
    ESME_RINVEXPIRY(0x62),
    ESME_RX_T_APPN(0x64),
    ESME_RQUERYFAIL(0x67),
    ESME_RINVOPTPARSTREAM(0xC0);

    private final int code;

    EsmeStatus(int code) {
        this.code = code;
    }

    /** @return the value of command_status */
    public int code() {
        return code;
    }
}
