package org.caravansms.api.answer;

import jakarta.xml.bind.JAXBElement;
import java.util.List;
import java.util.function.Function;

/** Shapes messages as the XML that the vendor documents. */
final class XmlMessages {

    private XmlMessages() {}

    static XmlResponse details(MessageDetails message) {
        return new XmlResponse(
                MessageDetails.ACTION,
                new XmlChildren()
                        .with("messageid", message.messageid())
                        .with("originator", message.originator())
                        .with("recipient", message.recipient())
                        .with("folder", message.folder())
                        .with("senttime", message.senttime())
                        .with("receivedtime", message.receivedtime())
                        .with("creationtime", message.creationtime())
                        .with("callbackid", message.callbackid())
                        .with("state", Integer.toString(message.state()))
                        .with("operatornames", each(message.operatornames(), name("operatorname")))
                        .with("routes", each(message.routes(), name("route")))
                        .with("optionalfields", each(message.optionalfields(), XmlChildren::element))
                        .with("messagetype", message.messagetype())
                        .with("messagedata", message.messagedata()));
    }

    static XmlResponse download(Download download) {
        return new XmlResponse(
                Download.ACTION, each(download.messages(), message -> XmlChildren.element("message", fields(message))));
    }

    private static XmlChildren fields(DownloadedMessage message) {
        XmlChildren fields = new XmlChildren()
                .with("messageid", message.messageid())
                .with("originator", message.originator())
                .with("recipient", message.recipient())
                .with("messagetype", message.messagetype())
                .with("messagedata", message.messagedata())
                .with("senttime", message.senttime())
                .with("receivedtime", message.receivedtime());
        message.eachPort(fields::with);
        return fields;
    }

    private static Function<String, JAXBElement<?>> name(String name) {
        return text -> XmlChildren.element(name, text);
    }

    private static <T> XmlChildren each(List<T> all, Function<T, JAXBElement<?>> element) {
        return XmlChildren.madeWhenWritten(all.size(), i -> element.apply(all.get(i)));
    }
}
