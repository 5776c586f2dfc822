package org.caravansms.smpp;

import static org.caravansms.smpp.PduField.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All PDUs of SMPP 3.4 with the fields of their bodies in order, section 4; their optional parameters follow. */
public enum PduType {
    GENERIC_NACK(0x80000000),
    BIND_RECEIVER(0x01, SYSTEM_ID, PASSWORD, SYSTEM_TYPE, INTERFACE_VERSION, ADDR_TON, ADDR_NPI, ADDRESS_RANGE),
    BIND_RECEIVER_RESP(0x80000001, SYSTEM_ID),
    BIND_TRANSMITTER(0x02, SYSTEM_ID, PASSWORD, SYSTEM_TYPE, INTERFACE_VERSION, ADDR_TON, ADDR_NPI, ADDRESS_RANGE),
    BIND_TRANSMITTER_RESP(0x80000002, SYSTEM_ID),
    QUERY_SM(0x03, MESSAGE_ID, SOURCE_ADDR_TON, SOURCE_ADDR_NPI, SOURCE_ADDR),
    QUERY_SM_RESP(0x80000003, MESSAGE_ID, FINAL_DATE, MESSAGE_STATE, ERROR_CODE),
    SUBMIT_SM(0x04, ofShortMessage(DEST_ADDR_TON, DEST_ADDR_NPI, DESTINATION_ADDR)),
    SUBMIT_SM_RESP(0x80000004, MESSAGE_ID),
    DELIVER_SM(0x05, ofShortMessage(DEST_ADDR_TON, DEST_ADDR_NPI, DESTINATION_ADDR)),
    DELIVER_SM_RESP(0x80000005, MESSAGE_ID),
    UNBIND(0x06),
    UNBIND_RESP(0x80000006),
    REPLACE_SM(
            0x07,
            MESSAGE_ID,
            SOURCE_ADDR_TON,
            SOURCE_ADDR_NPI,
            SOURCE_ADDR,
            SCHEDULE_DELIVERY_TIME,
            VALIDITY_PERIOD,
            REGISTERED_DELIVERY,
            SM_DEFAULT_MSG_ID,
            SHORT_MESSAGE),
    REPLACE_SM_RESP(0x80000007),
    CANCEL_SM(
            0x08,
            SERVICE_TYPE,
            MESSAGE_ID,
            SOURCE_ADDR_TON,
            SOURCE_ADDR_NPI,
            SOURCE_ADDR,
            DEST_ADDR_TON,
            DEST_ADDR_NPI,
            DESTINATION_ADDR),
    CANCEL_SM_RESP(0x80000008),
    BIND_TRANSCEIVER(0x09, SYSTEM_ID, PASSWORD, SYSTEM_TYPE, INTERFACE_VERSION, ADDR_TON, ADDR_NPI, ADDRESS_RANGE),
    BIND_TRANSCEIVER_RESP(0x80000009, SYSTEM_ID),
    OUTBIND(0x0B, SYSTEM_ID, PASSWORD),
    ENQUIRE_LINK(0x15),
    ENQUIRE_LINK_RESP(0x80000015),
    SUBMIT_MULTI(0x21, ofShortMessage(DEST_ADDRESSES)),
    SUBMIT_MULTI_RESP(0x80000021, MESSAGE_ID, UNSUCCESS_SMES),
    ALERT_NOTIFICATION(0x102, SOURCE_ADDR_TON, SOURCE_ADDR_NPI, SOURCE_ADDR, ESME_ADDR_TON, ESME_ADDR_NPI, ESME_ADDR),
    DATA_SM(
            0x103,
            SERVICE_TYPE,
            SOURCE_ADDR_TON,
            SOURCE_ADDR_NPI,
            SOURCE_ADDR,
            DEST_ADDR_TON,
            DEST_ADDR_NPI,
            DESTINATION_ADDR,
            ESM_CLASS,
            REGISTERED_DELIVERY,
            DATA_CODING),
    DATA_SM_RESP(0x80000103, MESSAGE_ID);

    private static final int RESPONSE = 0x80000000;
    private static final Map<Integer, PduType> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(PduType::id, Function.identity()));

    private final int id;
    private final List<PduField> fields;

    PduType(int id, PduField... fields) {
        this.id = id;
        this.fields = List.of(fields);
    }

    private static PduField[] ofShortMessage(PduField... destination) {
        return Stream.of(
                        new PduField[] {SERVICE_TYPE, SOURCE_ADDR_TON, SOURCE_ADDR_NPI, SOURCE_ADDR},
                        destination,
                        new PduField[] {
                            ESM_CLASS,
                            PROTOCOL_ID,
                            PRIORITY_FLAG,
                            SCHEDULE_DELIVERY_TIME,
                            VALIDITY_PERIOD,
                            REGISTERED_DELIVERY,
                            REPLACE_IF_PRESENT_FLAG,
                            DATA_CODING,
                            SM_DEFAULT_MSG_ID,
                            SHORT_MESSAGE
                        })
                .flatMap(Arrays::stream)
                .toArray(PduField[]::new);
    }

    /** @return null when SMPP 3.4 has no such command */
    static PduType of(int commandId) {
        return BY_ID.get(commandId);
    }

    /** @return command_id, section 5.1.2.1 */
    public int id() {
        return id;
    }

    List<PduField> fields() {
        return fields;
    }

    public boolean isResponse() {
        return (id & RESPONSE) != 0;
    }

    /** @return the type of its answer; generic_nack where it has none */
    public PduType response() {
        return BY_ID.getOrDefault(id | RESPONSE, GENERIC_NACK);
    }
}
