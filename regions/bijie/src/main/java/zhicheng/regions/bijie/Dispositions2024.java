package zhicheng.regions.bijie;

import static zhicheng.regions.bijie.Dispositions.*;

import java.util.List;
import zhicheng.spi.Disposition;
import zhicheng.spi.Text;

/** Clauses of B24 that people carry out, or that wait for committees, supervision or certificates. */
final class Dispositions2024 {
    static final List<Disposition> DISPOSITIONS = List.of(
            later("B24-1.2", COMMITTEES), people("B24-2.1", PUBLICITY), later("B24-2.2", COMMITTEES), later("B24-2.3", CERTIFICATES),
            later("B24-3.3", MONITORING), later("B24-3.4", COMMITTEES), later("B24-3.5", COMMITTEES), people("B24-4.2", PLATFORM),
            people("B24-4.4", Text.of("培训内容由各地各单位安排", "what is taught is for places and units to arrange")),
            later("B24-5.6", Text.of("转评的登记和转评后业绩的限制已可办理；确认职称时自动登记待评委会环节", "entering transfers and what they use up is done here; entering them by the confirmation itself waits for the acts of committees")),
            people("B24-5.7", Text.of("专利的质量和效益由评审专家判断", "the worth of a patent is for the experts to judge")));

    private Dispositions2024() {}
}
