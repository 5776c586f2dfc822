package org.caravansms.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravansms.OpenApiDocument;
import org.caravansms.api.answer.AcceptReport;
import org.caravansms.api.answer.DownloadedMessage;
import org.caravansms.api.answer.MessageDetails;
import org.caravansms.api.answer.OptionalField;
import org.caravansms.api.answer.SendMsgReply;
import org.caravansms.message.Folder;
import org.caravansms.message.MessageState;
import org.junit.jupiter.api.Test;

/** What the document says that a client may say, against what the code reads. */
class OpenApiParametersTest {

    private static final String SCHEMAS = "/components/schemas/";

    @Test
    void documentShouldListTheParametersThatAreRead() {
        Set<String> read = Stream.concat(Arrays.stream(Parameter.values()).map(Parameter::parameter), ofMessages())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = new TreeSet<>();
        for (String action : List.of("SendMessage", "GetMessageById", "ReceiveMessage", "ReceiveMsg")) {
            documented.addAll(OpenApiDocument.keys(SCHEMAS + action + "/properties"));
        }
        assertEquals(read, documented);
        read.removeAll(ofQuestions());
        assertEquals(read, OpenApiDocument.keys(SCHEMAS + "SendMessage/properties"));
    }

    @Test
    void documentShouldGiveAnIndexToTheParametersOfAMessage() {
        Set<String> indexed = ofMessages()
                .map(name -> "^" + name + "(0|[1-9][0-9]*)$")
                .collect(Collectors.toCollection(TreeSet::new));
        indexed.add("^tlv(0|[1-9][0-9]*)?\\.[A-Za-z0-9_]+$");
        assertEquals(indexed, OpenApiDocument.keys(SCHEMAS + "SendMessage/patternProperties"));
    }

    @Test
    void documentShouldListTheFormatsOfAnAnswer() {
        assertEquals(
                ReadPresentation.FORMATS,
                Set.copyOf(OpenApiDocument.list(SCHEMAS + "SendMessage/properties/responseformat/enum")));
        assertEquals(
                Arrays.stream(Folder.values()).map(Folder::toString).toList(),
                OpenApiDocument.list(SCHEMAS + "Folder/enum"));
        assertEquals(
                Arrays.stream(MessageState.values())
                        .map(state -> Integer.toString(state.code()))
                        .toList(),
                OpenApiDocument.list(SCHEMAS + "MessageDetailsData/properties/state/enum"));
    }

    @Test
    void documentShouldListThePathsOfTheApi() {
        Set<String> documented = new TreeSet<>(OpenApiDocument.keys("/paths"));
        documented.addAll(OpenApiDocument.list("/paths/~1api/x-same-paths"));
        assertEquals(ReadPath.API, documented);
    }

    @Test
    void parametersShouldBeReadByTheirNamesInTheCodeOnly() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(ApiRequest.class)
                .should()
                .callMethod(ApiRequest.class, "parameters")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.caravansms"));
    }

    @Test
    void documentShouldListTheKeysOfTheJsonApi() {
        assertEquals(keys(SendMsgDocument.class), OpenApiDocument.keys(SCHEMAS + "SendMsg/properties"));
        Set<String> message = keys(SendMsgMessage.class);
        message.add(MessageField.SERVICE_TYPE.jsonName());
        MessageField.SMPP.keySet().forEach(field -> message.add(field.jsonName()));
        assertEquals(message, OpenApiDocument.keys(SCHEMAS + "SendMsgMessage/properties"));
        assertEquals(keys(SendMsgReply.class), OpenApiDocument.keys(SCHEMAS + "SendMsgReply/properties"));
        assertEquals(
                keys(SendMsgReply.Data.class),
                OpenApiDocument.keys(SCHEMAS + "SendMsgReply/properties/data/properties"));
    }

    @Test
    void documentShouldListTheKeysOfQuestionsAndTheirAnswers() {
        assertEquals(keys(MessageIdsDocument.class), OpenApiDocument.keys(SCHEMAS + "MessageIds/properties"));
        assertEquals(keys(MessageDetails.class), OpenApiDocument.keys(SCHEMAS + "MessageDetailsData/properties"));
        assertEquals(keys(OptionalField.class), OpenApiDocument.keys(SCHEMAS + "OptionalField/properties"));
        assertEquals(keys(DownloadedMessage.class), OpenApiDocument.keys(SCHEMAS + "DownloadedMessage/properties"));
        assertEquals(
                keys(SendMsgReply.Contents.class),
                OpenApiDocument.keys(SCHEMAS + "ReceiveMsgReply/properties/data/properties"));
        assertEquals(
                keys(SendMsgReply.Settled.class),
                OpenApiDocument.keys(SCHEMAS + "MessageIdsReply/properties/data/properties"));
    }

    @Test
    void documentShouldListTheKeysOfAReport() {
        assertEquals(keys(AcceptReport.class), OpenApiDocument.keys(SCHEMAS + "AcceptReport/properties"));
        Set<String> inXml = OpenApiDocument.keys(SCHEMAS + "XmlReport/patternProperties").stream()
                .map(pattern -> pattern.replaceAll("^\\^|\\(.*$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        inXml.addAll(OpenApiDocument.keys(SCHEMAS + "XmlReport/properties"));
        assertEquals(keys(AcceptReport.class), inXml);
    }

    private static Set<String> ofQuestions() {
        return Stream.of(Parameter.MESSAGE_ID, Parameter.FOLDER, Parameter.LIMIT, Parameter.AFTER_DOWNLOAD)
                .map(Parameter::parameter)
                .collect(Collectors.toSet());
    }

    private static Stream<String> ofMessages() {
        return Stream.concat(
                Arrays.stream(MessageField.values()).map(MessageField::parameter),
                Stream.of(ApiRequest.MISSPELT_RECIPIENT));
    }

    /** The names under which Jackson reads or writes it. */
    private static Set<String> keys(Class<?> type) {
        ObjectMapper mapper = ApiJson.mapper();
        return mapper.getDeserializationConfig().introspect(mapper.constructType(type)).findProperties().stream()
                .flatMap(property -> Stream.concat(
                        Stream.of(property.getName()),
                        property.findAliases().stream().map(Object::toString)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
