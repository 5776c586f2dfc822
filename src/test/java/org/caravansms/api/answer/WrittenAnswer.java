package org.caravansms.api.answer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.ApiJson;
import org.caravansms.api.Presentation;

/** An answer in every format, each read back by a parser of that format. */
public final class WrittenAnswer {

    private static final CamelContext CAMEL = new DefaultCamelContext();

    private final WriteXml xml = new WriteXml();
    private final WriteJson json = new WriteJson();
    private final WriteUrlEncoded urlEncoded = new WriteUrlEncoded();
    private final WriteSendMsg sendMsg = new WriteSendMsg();
    private final ObjectMapper mapper = ApiJson.mapper();
    private final JAXBContext context;

    public WrittenAnswer() {
        try {
            context = JAXBContext.newInstance(XmlResponse.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    public void require(ApiAnswer answer, Presentation presentation) throws Exception {
        requireXml(xml.write(answer, presentation));
        requireJson(json.write(answer, presentation));
        Object octets = urlEncoded.write(answer, presentation, new DefaultExchange(CAMEL));
        String keys = new String((byte[]) octets, StandardCharsets.US_ASCII);
        assertTrue(keys.matches("action=[A-Za-z0-9=&%+._*-]+"), keys);
    }

    public void requireSendMsg(ApiAnswer answer) throws Exception {
        requireJson(sendMsg.write(answer, "sendmsg", Presentation.USUAL, null));
    }

    private void requireXml(XmlResponse response) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Marshaller marshaller = context.createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        for (Map.Entry<String, Object> form : XmlResponse.FORM.entrySet()) {
            marshaller.setProperty(form.getKey(), form.getValue());
        }
        marshaller.marshal(response, octets);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(octets.toByteArray()));
    }

    private void requireJson(Object document) throws Exception {
        assertTrue(
                new ObjectMapper().readTree(mapper.writeValueAsBytes(document)).isObject());
    }
}
