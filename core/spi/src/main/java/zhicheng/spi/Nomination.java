package zhicheng.spi;

import java.util.List;

/**
 * How many of its own people a unit may nominate in a year (举荐名额) under a review category, by the unit's grade. The rules that judge it are the edition's; what
 * they ask, the server answers by what it knows itself. Since 1.3.
 *
 * @param category the review category of a nominee
 * @param lost by what a unit loses its right
 * @param place id of the question at which place of the year a nominee stands
 * @param grade id of the question that tells the grades apart
 * @param right id of the question whether the unit has lost its right; "true": it has
 */
public record Nomination(String id, Clause clause, String category, Text what, List<Grade> grades, Text lost, String place, String grade, String right) {

    /** A grade of units. {@code answer}: what stands for it in the question that tells them apart. */
    public record Grade(String id, Text name, int atMost, String answer) {
        public static Grade of(String id, Text name, int atMost, String answer) {
            return new Grade(id, name, atMost, answer);
        }
    }

    public static Nomination of(String id, Clause clause, String category, Text what, List<Grade> grades, Text lost, String place, String grade, String right) {
        return new Nomination(id, clause, category, what, List.copyOf(grades), lost, place, grade, right);
    }
}
