package org.caravansms.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HexFormat;

/** One PDU and its answer as a JSON object; what a PDU does not have is left out. */
record LogLine(JsonGenerator json) {
    void write(Exchange exchange) throws IOException {
        json.writeStartObject();
        header(exchange);
        if (exchange.submitSm() != null) {
            submitSm(exchange.submitSm());
        }
        json.writeStringField("raw", hex(exchange.request().bytes()));
        if (exchange.response() != null) {
            response(exchange.response());
        }
        json.writeEndObject();
    }

    private void header(Exchange exchange) throws IOException {
        json.writeNumberField("time", exchange.epochMicros());
        json.writeStringField("command", CommandId.name(exchange.request().commandId()));
        json.writeNumberField("seq", Integer.toUnsignedLong(exchange.request().sequence()));
        if (exchange.systemId() != null) {
            json.writeStringField("system_id", exchange.systemId());
        }
    }

    private void submitSm(SubmitSm pdu) throws IOException {
        address("source", pdu.source());
        address("dest", pdu.destination());
        json.writeNumberField("data_coding", pdu.dataCoding());
        json.writeNumberField("esm_class", pdu.esmClass());
        json.writeStringField("text", pdu.text());
        json.writeStringField("short_message", hex(pdu.shortMessage()));
    }

    private void address(String name, Address address) throws IOException {
        json.writeStringField(name, address.addr());
        json.writeNumberField(name + "_ton", address.ton());
        json.writeNumberField(name + "_npi", address.npi());
    }

    private void response(Response response) throws IOException {
        json.writeNumberField("status", response.pdu().commandStatus());
        if (response.messageId() != null) {
            json.writeStringField("id", response.messageId());
        }
        if (response.fate() != Fate.LEAVES) {
            json.writeBooleanField("lost", true);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
