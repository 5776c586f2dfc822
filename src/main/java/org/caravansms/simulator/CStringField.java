package org.caravansms.simulator;

/** The C-octet string fields: their sizes in octets, NUL included (SMPP 3.4 issue 1.2, sections 4.1 and 4.4.1). */
enum CStringField {
    SYSTEM_ID(1, 16, CommandStatus.ESME_RINVSYSID),
    PASSWORD(1, 9, CommandStatus.ESME_RINVPASWD),
    SYSTEM_TYPE(1, 13, CommandStatus.ESME_RINVSYSTYP),
    ADDRESS_RANGE(1, 41, CommandStatus.ESME_RINVCMDLEN),
    SERVICE_TYPE(1, 6, CommandStatus.ESME_RINVSERTYP),
    SOURCE_ADDR(1, 21, CommandStatus.ESME_RINVSRCADR),
    DESTINATION_ADDR(1, 21, CommandStatus.ESME_RINVDSTADR),
    SCHEDULE_DELIVERY_TIME(17, 17, CommandStatus.ESME_RINVSCHED),
    VALIDITY_PERIOD(17, 17, CommandStatus.ESME_RINVEXPIRY);

    private static final int EMPTY = 1;

    private final int minOctets;
    private final int maxOctets;
    /** The answer to a PDU where this field has a wrong size. */
    final int commandStatus;

    CStringField(int minOctets, int maxOctets, int commandStatus) {
        this.minOctets = minOctets;
        this.maxOctets = maxOctets;
        this.commandStatus = commandStatus;
    }

    /** Whether it may have this size; each of them may be empty. */
    boolean isValid(int octets) {
        return octets == EMPTY || octets >= minOctets && octets <= maxOctets;
    }
}
