package io.askwell.ask.domain.draft;

/**
 * One wording of a template. {@code {name}} stands for whom it addresses, {@code {success}} for what the customer
 * achieved.
 */
record Wording(Template template, String variant, String subject, String body) {

    String subjectFor(String name, String success) {
        return filled(subject, name, success);
    }

    String bodyFor(String name, String success) {
        return filled(body, name, success);
    }

    private static String filled(String text, String name, String success) {
        return text.replace("{name}", name).replace("{success}", success).strip();
    }
}
