package org.caravansms.smpp;

import java.util.List;

/** The mandatory fields of all PDUs, SMPP 3.4 section 5.2: how each is written, how long it may be, and its error. */
public enum PduField {
    SYSTEM_ID(Kind.TEXT, 255, EsmeStatus.ESME_RINVSYSID),
    /** Longer ones than the standard's 8 octets are common. */
    PASSWORD(Kind.TEXT, 255, EsmeStatus.ESME_RINVPASWD),
    SYSTEM_TYPE(Kind.TEXT, 12, EsmeStatus.ESME_RINVSYSTYP),
    INTERFACE_VERSION,
    ADDR_TON,
    ADDR_NPI,
    ADDRESS_RANGE(Kind.TEXT, 40, EsmeStatus.ESME_RBINDFAIL),
    SERVICE_TYPE(Kind.TEXT, 5, EsmeStatus.ESME_RINVSERTYP),
    SOURCE_ADDR_TON,
    SOURCE_ADDR_NPI,
    SOURCE_ADDR(Kind.TEXT, 64, EsmeStatus.ESME_RINVSRCADR),
    DEST_ADDR_TON,
    DEST_ADDR_NPI,
    DESTINATION_ADDR(Kind.TEXT, 64, EsmeStatus.ESME_RINVDSTADR),
    ESME_ADDR_TON,
    ESME_ADDR_NPI,
    ESME_ADDR(Kind.TEXT, 64, EsmeStatus.ESME_RINVDSTADR),
    DEST_ADDRESSES(Kind.DESTINATIONS, 255, EsmeStatus.ESME_RINVNUMDESTS),
    UNSUCCESS_SMES(Kind.FAILURES, 255, EsmeStatus.ESME_RINVNUMDESTS),
    ESM_CLASS,
    PROTOCOL_ID,
    PRIORITY_FLAG,
    SCHEDULE_DELIVERY_TIME(Kind.TEXT, 16, EsmeStatus.ESME_RINVSCHED),
    VALIDITY_PERIOD(Kind.TEXT, 16, EsmeStatus.ESME_RINVEXPIRY),
    REGISTERED_DELIVERY,
    REPLACE_IF_PRESENT_FLAG,
    DATA_CODING,
    SM_DEFAULT_MSG_ID,
    SHORT_MESSAGE(Kind.MESSAGE, 254, EsmeStatus.ESME_RINVMSGLEN),
    MESSAGE_ID(Kind.TEXT, 64, EsmeStatus.ESME_RINVMSGID),
    FINAL_DATE(Kind.TEXT, 16, EsmeStatus.ESME_RSYSERR),
    MESSAGE_STATE,
    ERROR_CODE;

    /** How a field is written, and its type in Java. */
    enum Kind {
        /** A C-octet string, section 3.1: a {@link String} of ISO 8859-1. */
        TEXT(""),
        /** An {@link Integer} from 0 to 255. */
        OCTET(0),
        /** sm_length and so many octets: {@code byte[]}. */
        MESSAGE(new byte[0]),
        /** number_of_dests and its list, section 4.5.1.1: a list of {@link PduAddressee}. */
        DESTINATIONS(List.of()),
        /** no_unsuccess and its list, section 4.5.2.1: a list of {@link PduAddressee}. */
        FAILURES(List.of());

        final Object missing;

        Kind(Object missing) {
            this.missing = missing;
        }
    }

    final Kind kind;
    final int most;
    final EsmeStatus fault;

    PduField() {
        this(Kind.OCTET, 1, EsmeStatus.ESME_RSYSERR);
    }

    PduField(Kind kind, int most, EsmeStatus fault) {
        this.kind = kind;
        this.most = most;
        this.fault = fault;
    }
}
