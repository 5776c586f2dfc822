package org.caravansms.simulator;

/**
 * The values of command_status that the SMSC for tests, demos and benchmarks gives, and some that tests
 * let it give (SMPP 3.4 issue 1.2, section 5.1.3).
 */
public final class CommandStatus {
    /** No error. */
    public static final int ESME_ROK = 0x00;
    /** The message length is invalid. */
    public static final int ESME_RINVMSGLEN = 0x01;
    /** The command length is invalid. */
    public static final int ESME_RINVCMDLEN = 0x02;
    /** The command id is invalid. */
    public static final int ESME_RINVCMDID = 0x03;
    /** The command does not fit the bind status. */
    public static final int ESME_RINVBNDSTS = 0x04;
    /** The ESME is bound already. */
    public static final int ESME_RALYBND = 0x05;
    /** A system error. */
    public static final int ESME_RSYSERR = 0x08;
    /** The source address is invalid. */
    public static final int ESME_RINVSRCADR = 0x0A;
    /** The destination address is invalid. */
    public static final int ESME_RINVDSTADR = 0x0B;
    /** The password is invalid. */
    public static final int ESME_RINVPASWD = 0x0E;
    /** The system id is invalid. */
    public static final int ESME_RINVSYSID = 0x0F;
    /** The message queue is full. */
    public static final int ESME_RMSGQFUL = 0x14;
    /** The service type is invalid. */
    public static final int ESME_RINVSERTYP = 0x15;
    /** submit_sm failed. */
    public static final int ESME_RSUBMITFAIL = 0x45;
    /** The system type is invalid. */
    public static final int ESME_RINVSYSTYP = 0x53;
    /** The ESME exceeded the allowed message limits. */
    public static final int ESME_RTHROTTLED = 0x58;
    /** The scheduled delivery time is invalid. */
    public static final int ESME_RINVSCHED = 0x61;
    /** The validity period is invalid. */
    public static final int ESME_RINVEXPIRY = 0x62;

    private CommandStatus() {}
}
