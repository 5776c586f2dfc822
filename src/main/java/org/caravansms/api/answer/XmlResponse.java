package org.caravansms.api.answer;

/**
 * The XML answer of the HTTP API: {@code <response><action/><data/></response>}.
 *
 * @param action the action that it answers, or {@code error}
 * @param data the content of {@code <data>}
 */
record XmlResponse(String action, XmlChildren data) {

    XmlElement element() {
        return new XmlElement(
                "response", new XmlChildren().with("action", action).with(new XmlElement("data", data)));
    }
}
