package zhicheng.regions.xianning;

import zhicheng.contract.RegionContract;
import zhicheng.spi.Region;

class XianningTest implements RegionContract {
    @Override
    public Region region() {
        return new Xianning();
    }
}
