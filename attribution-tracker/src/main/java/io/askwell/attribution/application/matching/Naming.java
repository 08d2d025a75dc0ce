package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.FieldKind;
import io.askwell.attribution.domain.matching.Known;
import io.askwell.attribution.domain.matching.Level;
import io.askwell.attribution.domain.matching.Levels;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fields by which a thing is called: names of persons where there are any, else companies, else the first text. Records that are called
 * altogether differently, or that have nothing telling in common but what they are called, are taken for two things while weights are learned. Without a truth, learning would otherwise settle on what has most in
 * common, and that may be colleagues, neighbours, namesakes or the products of one brand.
 */
final class Naming {

    private final List<Field> all;
    private final int[] naming;

    private Naming(List<Field> all, int[] naming) {
        this.all = all;
        this.naming = naming;
    }

    static Naming of(List<Field> fields) {
        int[] persons = those(fields, FieldKind::isPersonalName);
        int[] companies = those(fields, kind -> kind == FieldKind.COMPANY);
        int[] texts = those(fields, kind -> kind == FieldKind.TEXT);
        if (persons.length > 0) {
            return new Naming(fields, persons);
        }
        return new Naming(
                fields,
                companies.length > 0 ? companies : IntStream.of(texts).limit(1).toArray());
    }

    Set<String> fields() {
        return IntStream.of(naming).mapToObj(field -> all.get(field).name()).collect(Collectors.toUnmodifiableSet());
    }

    /** @param telling other fields that seldom agree by chance */
    Known known(Levels levels, int[] telling) {
        boolean nothingElse = IntStream.of(telling)
                        .noneMatch(field -> levels.at(field).agrees())
                && IntStream.of(telling).anyMatch(field -> levels.at(field).speaks());
        return nothingElse || isOtherName(levels) ? Known.TWO : Known.OPEN;
    }

    boolean isNaming(int field) {
        return IntStream.of(naming).anyMatch(mine -> mine == field);
    }

    boolean isOtherName(Levels levels) {
        boolean different = IntStream.of(naming).anyMatch(field -> levels.at(field) == Level.DIFFERENT);
        boolean onlyDifferent = IntStream.of(naming)
                .allMatch(field -> levels.at(field) == Level.DIFFERENT || levels.at(field) == Level.MISSING);
        return different && onlyDifferent;
    }

    private static int[] those(List<Field> fields, Predicate<FieldKind> kinds) {
        return IntStream.range(0, fields.size())
                .filter(field -> kinds.test(fields.get(field).kind()))
                .toArray();
    }
}
