package org.caravansms.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HexFormat;

/** One PDU, and its answer or what it answers, as a JSON object; what a PDU does not have is left out. */
record LogLine(JsonGenerator json) {
    void write(Exchange exchange) throws IOException {
        json.writeStartObject();
        header(exchange.epochMicros(), exchange.request(), exchange.systemId());
        if (exchange.submitSm() != null) {
            submitSm(exchange.submitSm());
        }
        json.writeStringField("raw", hex(exchange.request().bytes()));
        if (exchange.response() != null) {
            response(exchange.response());
        }
        if (exchange.delivery() != null) {
            delivery(exchange);
        }
        json.writeEndObject();
    }

    private void header(long epochMicros, Pdu pdu, String systemId) throws IOException {
        json.writeNumberField("time", epochMicros);
        json.writeStringField("command", CommandId.name(pdu.commandId()));
        json.writeNumberField("seq", Integer.toUnsignedLong(pdu.sequence()));
        if (systemId != null) {
            json.writeStringField("system_id", systemId);
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

    private void address(String name, PduAddress address) throws IOException {
        json.writeStringField(name, address.addr());
        json.writeNumberField(name + "_ton", address.ton());
        json.writeNumberField(name + "_npi", address.npi());
    }

    private void response(Response response) throws IOException {
        json.writeNumberField("status", response.pdu().commandStatus());
        if (response.messageId() != null) {
            json.writeStringField("id", response.messageId());
        }
        if (response.fate() != ResponseFate.LEAVES) {
            json.writeBooleanField("lost", true);
        }
    }

    private void delivery(Exchange exchange) throws IOException {
        if (!exchange.isSent()) {
            json.writeNumberField("status", exchange.request().commandStatus());
        }
        OutgoingDelivery delivery = exchange.delivery().delivery();
        json.writeStringField("kind", delivery.kind().word());
        json.writeStringField("id", delivery.id());
        json.writeStringField("state", delivery.state());
        json.writeNumberField("times", exchange.delivery().times());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
