package io.askwell.ask.postgres;

import io.askwell.ask.domain.Ask;

/** A state of an ask as status and JSON. */
record StoredAsk(String status, String state) {

    static StoredAsk of(Ask ask) {
        return new StoredAsk(status(ask), StoredJson.write(ask));
    }

    Ask ask() {
        return StoredJson.read(state, type());
    }

    private static String status(Ask ask) {
        return switch (ask) {
            case Ask.Pending _ -> "pending";
            case Ask.Approved _ -> "approved";
            case Ask.Deferred _ -> "deferred";
            case Ask.Declined _ -> "declined";
            case Ask.Withdrawn _ -> "withdrawn";
            case Ask.Expired _ -> "expired";
            case Ask.Released _ -> "released";
            case Ask.Answered _ -> "answered";
        };
    }

    private Class<? extends Ask> type() {
        return switch (status) {
            case "pending" -> Ask.Pending.class;
            case "approved" -> Ask.Approved.class;
            case "deferred" -> Ask.Deferred.class;
            case "declined" -> Ask.Declined.class;
            case "withdrawn" -> Ask.Withdrawn.class;
            case "expired" -> Ask.Expired.class;
            case "released" -> Ask.Released.class;
            case "answered" -> Ask.Answered.class;
            default -> throw new IllegalStateException("No ask is " + status);
        };
    }
}
